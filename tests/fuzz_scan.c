/*
 * Fuzz target: the fast ways of straight.h find what the portable ways find, from every
 * byte of the text on: where a field ends, and what number stands there.
 *
 * The first byte is the one that ends a field.
 */
#include "core/load/straight.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool is_so)
{
    if (!is_so)
        abort();
}

static void compare_numbers(const char *text)
{
    double value = 0;
    double other_value = 0;
    int decimals = 0;
    int other_decimals = 0;
    const char *end = straight_number(text, &value, &decimals);
    const char *other_end = straight_number_bytes(text, &other_value, &other_decimals);

    demand(end == other_end);
    demand(!end || (decimals == other_decimals &&
                    memcmp(&value, &other_value, sizeof(value)) == 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char stop = size ? (char)*data : ',';
    size_t length = size ? size - 1 : 0;
    char *text = calloc(1, length + 1 + STRAIGHT_SLACK);

    if (!text)
        abort();
    if (length)
        memcpy(text, data + 1, length);
    /* What stands behind the text is of any value. */
    for (size_t i = 0; i < STRAIGHT_SLACK; i++)
        text[length + 1 + i] = length ? (char)data[1 + i % length] : stop;
    for (size_t i = 0; i <= length; i++) {
        demand(straight_scan(text + i, stop) == straight_scan_bytes(text + i, stop));
        compare_numbers(text + i);
    }
    free(text);
    return 0;
}
