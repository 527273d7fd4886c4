/*
 * Lines: the bytes of a file on their way to libyaml, which numbers lines as it gets
 * them. They go line by line, and lines behind the last that went can be taken out; the
 * numbers of the lines after such a gap are put right here. They go line by line only
 * where somebody may want to take some out.
 */
#ifndef CORE_LOAD_YAML_LINES_H
#define CORE_LOAD_YAML_LINES_H

#include "core/load/bytes.h"

enum { YAML_LINES_HASTE = 4096 };

struct yaml_gap {
    size_t after; /* how many of libyaml's lines there are before it */
    size_t lines; /* taken out there and before */
};

struct yaml_lines {
    struct bytes *bytes;
    struct arena *arena;
    char *window;
    size_t capacity;
    size_t last;  /* where the line begins that went last */
    size_t start; /* of what has not gone yet */
    size_t end;
    bool is_full;          /* there may be more bytes than had room */
    bool is_by_line;       /* as long as it is not, as much goes as is asked for */
    bool is_in_haste;      /* some lines may go at once: none will be taken out soon */
    bool may_end;          /* what went is whole, should the load be stopped now */
    bool has_last;         /* it went whole */
    bool has_other_breaks; /* than LF and CRLF: lines cannot be counted by those */
    unsigned char before[2]; /* the last bytes that went */
    size_t breaks;           /* line ends that went */
    struct yaml_gap *gaps;
    size_t gap_count;
    size_t gap_capacity;
};

void yaml_lines_close(struct yaml_lines *lines);

/* As bytes_read(); at most one line if `is_by_line`, or YAML_LINES_HASTE bytes of whole
 * lines if `is_in_haste` too. */
size_t yaml_lines_read(struct yaml_lines *lines, unsigned char *buffer, size_t room);

/* The whole lines that have not gone yet and are in memory, read if there are none;
 * 0 when there are none still. At least 64 bytes behind them can be read. */
size_t yaml_lines_rest(struct yaml_lines *lines, const char **text);
/* How many bytes there were before what has not gone yet. */
size_t yaml_lines_taken(const struct yaml_lines *lines);
/* Takes so many of them out. */
void yaml_lines_take(struct yaml_lines *lines, size_t size, size_t count);

/* The line of the file, from 0, that libyaml numbers so. */
size_t yaml_lines_number(const struct yaml_lines *lines, size_t line);

#endif
