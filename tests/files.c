#include "tests/files.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *files_path(struct arena *arena, const char *name)
{
    const char *top = getenv("top_srcdir");

    return arena_printf(arena, "%s/%s", top ? top : ".", name);
}

char *files_read(struct arena *arena, const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    long end;

    cr_assert_not_null(file, "cannot open %s", path);
    cr_assert_eq(fseek(file, 0, SEEK_END), 0);
    end = ftell(file);
    cr_assert_geq(end, 0);
    rewind(file);
    *size = (size_t)end;

    char *bytes = arena_alloc(arena, *size + 1);
    cr_assert_eq(fread(bytes, 1, *size, file), *size, "cannot read %s", path);
    fclose(file);
    return bytes;
}

void files_write(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");

    cr_assert_not_null(file, "cannot write %s", path);
    cr_assert_eq(fwrite(bytes, 1, size, file), size);
    cr_assert_eq(fclose(file), 0);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t files_list(struct arena *arena, const char *folder, const char *ending,
                  const char ***names)
{
    DIR *open = opendir(folder);
    const struct dirent *entry;
    size_t capacity = 512;
    size_t count = 0;

    cr_assert_not_null(open, "cannot open %s", folder);
    *names = ARENA_ARRAY(arena, const char *, capacity);
    while ((entry = readdir(open)) && count < capacity) {
        size_t length = strlen(entry->d_name);

        if (length > strlen(ending) &&
            strcmp(entry->d_name + length - strlen(ending), ending) == 0)
            (*names)[count++] = arena_copy(arena, entry->d_name, length);
    }
    closedir(open);
    qsort(*names, count, sizeof(**names), by_name);
    return count;
}
