/*
 * Replays a corpus through a fuzz target, without libFuzzer: what a fuzzer has found
 * once stays tested. As no test framework forks around it, the sanitizers' findings,
 * leaks included, are this program's exit status. Writes TAP.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* Returns whether the file could be read. */
static int replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = NULL;
    size_t size = 0;
    size_t capacity = 0;

    if (!file)
        return 0;
    do {
        if (size == capacity) {
            capacity = capacity ? capacity * 2 : 4096;
            data = realloc(data, capacity);
            if (!data)
                abort();
        }
        size += fread(data + size, 1, capacity - size, file);
    } while (!feof(file) && !ferror(file));

    int is_read = !ferror(file);
    fclose(file);
    /* A copy of just this size lets AddressSanitizer see every byte too many. */
    uint8_t *exact = malloc(size ? size : 1);
    if (!exact)
        abort();
    memcpy(exact, data, size);
    free(data);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return is_read;
}

int main(void)
{
    const char *top = getenv("top_srcdir");
    struct dirent **entries;
    char folder[4096];
    char path[8192];

    snprintf(folder, sizeof(folder), "%s/tests/" CORPUS, top ? top : ".");
    int count = scandir(folder, &entries, is_visible, alphasort);
    if (count <= 0) {
        printf("1..0 # SKIP no corpus in %s\n", folder);
        return 0;
    }

    printf("1..%d\n", count);
    for (int i = 0; i < count; i++) {
        snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
        fflush(stdout);
        printf("%s - %s\n", replay(path) ? "ok" : "not ok", entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return 0;
}
