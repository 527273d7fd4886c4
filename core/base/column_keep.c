/* Columns without some of their elements, in the memory that they have. */
#include "core/base/column.h"
#include "core/base/pages.h"

/* Of elements of one type. Without a branch: who goes may be anybody. */
#define DEFINE_KEEP(name, type)                                          \
    static size_t name(type *data, const uint8_t *is_gone, size_t count) \
    {                                                                    \
        size_t kept = 0;                                                 \
                                                                         \
        for (size_t i = 0; i < count; i++) {                             \
            data[kept] = data[i];                                        \
            kept += !is_gone[i];                                         \
        }                                                                \
        return kept;                                                     \
    }

DEFINE_KEEP(keep_1, uint8_t)
DEFINE_KEEP(keep_2, uint16_t)
DEFINE_KEEP(keep_4, uint32_t)
DEFINE_KEEP(keep_numbers, double)

void codes_keep(struct codes *codes, const uint8_t *is_gone)
{
    size_t count = codes->count;
    size_t width = codes->width;

    if (!count)
        return;
    if (width == 1)
        codes->count = keep_1((uint8_t *)codes->data, is_gone, count);
    else if (width == 2)
        codes->count = keep_2((uint16_t *)codes->data, is_gone, count);
    else
        codes->count = keep_4((uint32_t *)codes->data, is_gone, count);
    codes->capacity =
        pages_trim(codes->data, codes->capacity * width, codes->count * width) / width;
}

void numbers_keep(struct numbers *numbers, const uint8_t *is_gone)
{
    const size_t width = sizeof(*numbers->data);

    numbers->count = keep_numbers(numbers->data, is_gone, numbers->count);
    numbers->capacity =
        pages_trim(numbers->data, numbers->capacity * width, numbers->count * width) /
        width;
}
