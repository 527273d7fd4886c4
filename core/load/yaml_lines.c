#include "core/load/yaml_lines.h"

#include "core/base/block.h"

#include <stdint.h>
#include <string.h>

void yaml_lines_close(struct yaml_lines *lines)
{
    block_close(lines->window, lines->capacity);
    lines->window = NULL;
}

/* The line breaks of YAML that are not LF or CRLF, and what is no UTF-8. */
static bool is_odd(const unsigned char before[2], unsigned char byte)
{
    return byte == '\0' || (before[1] == '\r' && byte != '\n') ||
           (before[1] == 0xC2 && byte == 0x85) ||
           (before[0] == 0xE2 && before[1] == 0x80 && (byte == 0xA8 || byte == 0xA9));
}

static size_t count_feeds(const unsigned char *bytes, size_t size)
{
    const unsigned char *end = bytes + size;
    size_t count = 0;

    for (; bytes < end && (bytes = memchr(bytes, '\n', (size_t)(end - bytes))); bytes++)
        count++;
    return count;
}

/* Whether all of them are of ASCII and none is CR or NUL: eight at a time, where a byte
 * is below some number if taking that away leaves a high bit that was not there. */
static bool is_simple(const unsigned char *bytes, size_t size)
{
    const uint64_t ones = 0x0101010101010101u;
    const uint64_t highs = 0x8080808080808080u;
    uint64_t found = 0;
    size_t i = 0;

    for (; i + sizeof(uint64_t) <= size; i += sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, bytes + i, sizeof(word));
        found |= word | (word - ones) | ((word ^ ones * '\r') - ones);
    }
    for (; i < size; i++)
        if (!bytes[i] || bytes[i] == '\r' || bytes[i] >= 0x80)
            return false;
    return !(found & highs);
}

static void count_breaks(struct yaml_lines *lines, const unsigned char *bytes,
                         size_t size)
{
    if (size >= sizeof(lines->before) && lines->before[1] != '\r' &&
        is_simple(bytes, size)) {
        lines->breaks += count_feeds(bytes, size);
        memcpy(lines->before, bytes + size - sizeof(lines->before),
               sizeof(lines->before));
        return;
    }
    for (size_t i = 0; i < size; i++) {
        if (is_odd(lines->before, bytes[i]))
            lines->has_other_breaks = true;
        lines->breaks += bytes[i] == '\n';
        lines->before[0] = lines->before[1];
        lines->before[1] = bytes[i];
    }
}

/* Room for more behind so much that is kept. */
static void need_room(struct yaml_lines *lines, size_t kept)
{
    size_t wanted = block_window(lines->capacity, kept, lines->is_full);

    if (wanted > lines->capacity)
        lines->window =
            block_grow(lines->window, &lines->capacity, wanted, lines->arena);
}

/* Reads more behind what is there; the last line stays in memory. */
static bool fill(struct yaml_lines *lines)
{
    size_t from = lines->has_last ? lines->last : lines->start;
    size_t kept = lines->end - from;
    size_t room;
    size_t size;

    if (kept && from)
        memmove(lines->window, lines->window + from, kept);
    lines->last = 0;
    lines->start -= from;
    lines->end = kept;
    need_room(lines, kept);
    room = lines->capacity - kept - BLOCK_SLACK;
    size = bytes_read(lines->bytes, lines->window + kept, room);
    lines->is_full = size == room;
    lines->end += size;
    return size > 0;
}

/* Reads on to the end of the line, if that is near; false when the load was stopped
 * within it. */
static bool complete_line(struct yaml_lines *lines)
{
    enum { NEAR = 4096 };

    while (lines->end - lines->start < NEAR &&
           !memchr(lines->window + lines->start, '\n', lines->end - lines->start))
        if (!fill(lines))
            return !bytes_were_stopped(lines->bytes);
    return true;
}

/* The end of the line that goes next, or of the last of them; NULL: it is not there. */
static const char *end_of_lines(const struct yaml_lines *lines, size_t size)
{
    const char *text = lines->window + lines->start;

    if (lines->is_in_haste)
        for (size_t i = size < YAML_LINES_HASTE ? size : YAML_LINES_HASTE; i; i--)
            if (text[i - 1] == '\n')
                return text + i - 1;
    return memchr(text, '\n', size);
}

size_t yaml_lines_read(struct yaml_lines *lines, unsigned char *buffer, size_t room)
{
    bool begins_line = lines->before[1] == '\n';
    const char *found;
    size_t size;

    if (lines->start == lines->end && !fill(lines))
        return 0;
    if (lines->is_by_line && !complete_line(lines))
        return 0;
    size = lines->end - lines->start;
    size = size < room ? size : room;
    found = lines->is_by_line ? end_of_lines(lines, size) : NULL;
    if (found)
        size = (size_t)(found - lines->window) + 1 - lines->start;
    memcpy(buffer, lines->window + lines->start, size);
    count_breaks(lines, buffer, size);
    lines->has_last = begins_line && found && !lines->is_in_haste;
    lines->last = lines->start;
    lines->start += size;
    return size;
}

size_t yaml_lines_rest(struct yaml_lines *lines, const char **text)
{
    for (int i = 0; i < 2; i++) {
        *text = lines->window + lines->start;
        for (size_t size = lines->end - lines->start; size; size--)
            if ((*text)[size - 1] == '\n')
                return size;
        if (lines->end - lines->start > BLOCK_WINDOW || !fill(lines))
            return 0;
    }
    return 0;
}

size_t yaml_lines_taken(const struct yaml_lines *lines)
{
    return lines->bytes->offset - (lines->end - lines->start);
}

void yaml_lines_take(struct yaml_lines *lines, size_t size, size_t count)
{
    size_t before = lines->gap_count ? lines->gaps[lines->gap_count - 1].lines : 0;

    if (lines->gap_count == lines->gap_capacity) {
        size_t capacity = lines->gap_capacity ? lines->gap_capacity * 2 : 64;
        struct yaml_gap *gaps = ARENA_ARRAY(lines->arena, struct yaml_gap, capacity);
        if (lines->gap_count)
            memcpy(gaps, lines->gaps, lines->gap_count * sizeof(*gaps));
        lines->gaps = gaps;
        lines->gap_capacity = capacity;
    }
    lines->gaps[lines->gap_count++] = (struct yaml_gap){lines->breaks, before + count};
    lines->start += size;
    lines->has_last = false;
}

size_t yaml_lines_number(const struct yaml_lines *lines, size_t line)
{
    size_t low = 0;
    size_t high = lines->gap_count;

    if (high && lines->gaps[high - 1].after <= line)
        return line + lines->gaps[high - 1].lines;
    /* The gaps before `low` are before the line, those from `high` on are not. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lines->gaps[middle].after <= line)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? line + lines->gaps[low - 1].lines : line;
}
