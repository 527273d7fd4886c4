/*
 * Runs a fuzz target on COUNT inputs from a seeded generator, without libFuzzer:
 *
 *     soak COUNT [SEED]
 *
 * With SOAK_KEEP in the environment each input is left in soak.input before it is
 * tried, so that the one that it does not survive is there.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t random_next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

/* Half of the bytes are one of a few, so that inputs have runs of alike pieces. */
static size_t make_input(uint64_t *state, uint8_t *data, size_t room)
{
    size_t size = 2 + random_next(state) % (room - 2);
    uint8_t few[4];

    for (size_t i = 0; i < sizeof(few); i++)
        few[i] = (uint8_t)random_next(state);
    for (size_t i = 0; i < size; i++)
        data[i] = random_next(state) % 4 ? few[random_next(state) % sizeof(few)]
                                         : (uint8_t)random_next(state);
    data[0] |= 1;
    return size;
}

static void keep_input(const uint8_t *data, size_t size)
{
    FILE *file = fopen("soak.input", "wb");

    if (!file)
        return;
    fwrite(data, 1, size, file);
    fclose(file);
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? strtol(argv[1], NULL, 10) : 10000;
    uint64_t state = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    uint8_t data[48];

    for (long i = 0; i < count; i++) {
        size_t size = make_input(&state, data, sizeof(data));
        if (getenv("SOAK_KEEP"))
            keep_input(data, size);
        LLVMFuzzerTestOneInput(data, size);
    }
    printf("%ld inputs, no difference\n", count);
    return 0;
}
