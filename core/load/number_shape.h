/*
 * Number shape: what the commas and points in a number can be. "1,187.5" has thousands
 * apart by commas, "12,4" a decimal comma; "1,187" may be either, so that other numbers
 * must tell it.
 */
#ifndef CORE_LOAD_NUMBER_SHAPE_H
#define CORE_LOAD_NUMBER_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

enum number_shape {
    SHAPE_NONE,         /* no number of digits, commas and points */
    SHAPE_PLAIN,        /* 1187 */
    SHAPE_GROUPS,       /* 1,187,500 and 1,187.5 and 4,51,070 */
    SHAPE_COMMA,        /* 12,4 and 1.187,5 and 1.187.500 */
    SHAPE_POINT,        /* 12.4 */
    SHAPE_EITHER_COMMA, /* 1,187 */
    SHAPE_EITHER_POINT  /* 1.187 */
};

/* How many digits stand in the text from a place on. */
size_t number_digits_at(const char *text, size_t length, size_t at);

/* Of a text with a sign or none. */
enum number_shape number_shape(const char *text, size_t length);

/* The number where `decimal`, '.' or ',', is its decimal sign, without the other one
 * and with a point. Returns its length in `out`, which has room for `size` bytes; 0:
 * there is none. */
size_t number_with_point(const char *text, size_t length, char decimal, char *out,
                         size_t size);

#endif
