#include "core/load/unpack_check.h"

#include <string.h>

/* RFC 1952: the polynomial with its bits in reverse, and what stands at the end, the
 * sum and the size, each of four bytes with the lowest first. */
#define POLYNOMIAL 0xedb88320u
enum { TRAILER = 8 };

void unpack_check_begin(struct unpack_check *check)
{
    *check = (struct unpack_check){0};
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t sum = byte;
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? POLYNOMIAL : 0);
        check->table[0][byte] = sum;
    }
    for (size_t step = 1; step < CHECK_STEP; step++)
        for (size_t byte = 0; byte < 256; byte++) {
            uint32_t before = check->table[step - 1][byte];
            check->table[step][byte] = before >> 8 ^ check->table[0][before & 0xff];
        }
}

static void count_heads(struct unpack_check *check, const unsigned char *bytes,
                        size_t size)
{
    const unsigned char *end = bytes + size;
    const unsigned char *at = bytes;

    /* One that begins in the bytes before. */
    for (size_t i = 0; i < size && i < sizeof(check->last); i++) {
        check->heads +=
            check->last[0] == 0x1f && check->last[1] == 0x8b && bytes[i] == 8;
        check->last[0] = check->last[1];
        check->last[1] = bytes[i];
    }
    while ((at = (const unsigned char *)memchr(at, 0x1f, (size_t)(end - at)))) {
        check->heads += end - at > 2 && at[1] == 0x8b && at[2] == 8;
        at++;
    }
    if (size > sizeof(check->last))
        memcpy(check->last, end - sizeof(check->last), sizeof(check->last));
}

void unpack_check_packed(struct unpack_check *check, const void *bytes, size_t size)
{
    const unsigned char *at = (const unsigned char *)bytes;
    size_t kept;

    if (!size)
        return;
    count_heads(check, at, size);
    if (size >= CHECK_END_MAX) {
        memcpy(check->end, at + size - CHECK_END_MAX, CHECK_END_MAX);
        check->end_size = CHECK_END_MAX;
        return;
    }
    kept = check->end_size + size <= CHECK_END_MAX ? check->end_size
                                                   : CHECK_END_MAX - size;
    memmove(check->end, check->end + check->end_size - kept, kept);
    memcpy(check->end + kept, at, size);
    check->end_size = kept + size;
}

/* Eight bytes at a time: each has a table of its own. */
void unpack_check_text(struct unpack_check *check, const void *bytes, size_t size)
{
    const unsigned char *at = (const unsigned char *)bytes;
    const uint32_t(*table)[256] = (const uint32_t(*)[256])check->table;
    uint32_t sum = ~check->sum;

    check->size += (uint32_t)size;
    for (; size >= CHECK_STEP; size -= CHECK_STEP, at += CHECK_STEP)
        sum = table[7][(sum ^ at[0]) & 0xff] ^ table[6][(sum >> 8 ^ at[1]) & 0xff] ^
              table[5][(sum >> 16 ^ at[2]) & 0xff] ^ table[4][sum >> 24 ^ at[3]] ^
              table[3][at[4]] ^ table[2][at[5]] ^ table[1][at[6]] ^ table[0][at[7]];
    for (size_t i = 0; i < size; i++)
        sum = sum >> 8 ^ table[0][(sum ^ at[i]) & 0xff];
    check->sum = ~sum;
}

static void write_number(unsigned char out[4], uint32_t number)
{
    for (size_t i = 0; i < 4; i++)
        out[i] = (unsigned char)(number >> 8 * i);
}

/* Some programs add zeros behind it. */
bool unpack_check_differs(const struct unpack_check *check)
{
    unsigned char trailer[TRAILER];

    write_number(trailer, check->sum);
    write_number(trailer + 4, check->size);
    if (check->heads != 1 || check->end_size < TRAILER)
        return false;
    for (size_t i = 0; i + TRAILER <= check->end_size; i++)
        if (memcmp(check->end + i, trailer, TRAILER) == 0)
            return false;
    return true;
}
