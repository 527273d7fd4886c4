#include "core/load/table.h"

#include "core/base/block.h"
#include "core/base/text.h"
#include "core/base/translate.h"

#include <stdint.h>
#include <string.h>

struct table {
    struct bytes *bytes;
    struct diag_list *diags;
    struct arena *arena;
    char separator;
    size_t row_bytes;
    char *window;
    size_t capacity;
    size_t start; /* of the row that is being read */
    size_t end;   /* of what is in the window */
    size_t line;
    size_t taken;   /* bytes of rows so far */
    bool is_full;   /* there may be more bytes than had room */
    bool is_at_end; /* no more bytes come */
    bool has_failed;
    bool is_over; /* no row was to be had: what is left of one was moved about */
    bool has_bad_text;
    struct builder_text *fields;
    size_t field_capacity;
    size_t count;
    struct table_source source; /* next is NULL for delimited text */
};

struct table *table_open(struct bytes *bytes, char separator, size_t row_bytes,
                         struct arena *arena, struct diag_list *diags)
{
    struct table *table = ARENA_NEW(arena, struct table);

    table->bytes = bytes;
    table->diags = diags;
    table->arena = arena;
    table->separator = separator;
    table->row_bytes = row_bytes;
    table->line = 1;
    return table;
}

struct table *table_over(struct table_source source, struct arena *arena)
{
    struct table *table = ARENA_NEW(arena, struct table);

    table->source = source;
    table->is_at_end = true;
    return table;
}

void table_close(struct table *table)
{
    if (!table)
        return;
    block_close(table->window, table->capacity);
    table->window = NULL;
}

bool table_is_whole(const struct table *table)
{
    if (table->source.next)
        return table->source.is_whole(table->source.state);
    return !table->has_failed && !table->bytes->has_failed;
}

bool table_has_bad_text(const struct table *table)
{
    return table->has_bad_text;
}

static bool fail(struct table *table, const char *words)
{
    table->has_failed = true;
    return diag_error(table->diags,
                      (struct source_pos){table->bytes->name, table->line, 1}, "%s",
                      words);
}

/* Room for more behind so much that is kept. */
static void need_room(struct table *table, size_t kept)
{
    size_t wanted = block_window(table->capacity, kept, table->is_full);

    if (wanted > table->capacity)
        table->window =
            block_grow(table->window, &table->capacity, wanted, table->arena);
}

/* Moves the row to the window's beginning and reads more behind it. */
static bool fill(struct table *table)
{
    size_t kept = table->end - table->start;
    size_t room;
    size_t read;

    if (table->is_at_end || table->has_failed)
        return false;
    if (kept > table->row_bytes)
        return fail(table, _("the row is too long for a table"));
    if (table->start && kept)
        memmove(table->window, table->window + table->start, kept);
    table->start = 0;
    table->end = kept;
    need_room(table, kept);
    room = table->capacity - kept - BLOCK_SLACK;
    read = bytes_read(table->bytes, table->window + kept, room);
    table->is_full = read == room;
    table->end += read;
    table->window[table->end] = '\0';
    table->is_at_end = read == 0;
    return read > 0;
}

/* The byte at `at`, counted from the row's start; -1 at the end of the file. */
static int byte_at(struct table *table, size_t at)
{
    if (table->start + at >= table->end && !fill(table))
        return -1;
    return (unsigned char)table->window[table->start + at];
}

/* Offsets, not pointers: the window moves while a row is read. */
static bool add_field(struct table *table, size_t from, size_t length)
{
    size_t capacity = table->field_capacity;

    if (table->count == TABLE_FIELD_MAX)
        return fail(table, _("the row has too many fields for a table"));
    if (table->count == capacity) {
        struct builder_text *grown;
        capacity = capacity ? 2 * capacity : 64;
        grown = ARENA_ARRAY(table->arena, struct builder_text, capacity);
        if (table->count)
            memcpy(grown, table->fields, table->count * sizeof(*grown));
        table->fields = grown;
        table->field_capacity = capacity;
    }
    table->fields[table->count++] = (struct builder_text){
        .length = length, .at = {table->bytes->name, table->line, from + 1}};
    return true;
}

/* Whether the row ends here because no more was wanted: there would be more of it. */
static bool is_cut(const struct table *table)
{
    return bytes_were_stopped(table->bytes);
}

/* A quoted field, its quotes taken away in place: the text moves to where the opening
 * quote was. `at` is behind that quote; afterwards behind the closing one. */
static bool read_quoted(struct table *table, size_t *at)
{
    size_t from = *at - 1;
    size_t to = from;
    size_t line = table->line;

    for (;;) {
        int byte = byte_at(table, *at);
        if (byte < 0 && is_cut(table))
            return false;
        if (byte < 0) {
            table->line = line;
            return fail(table, _("a quote that begins in this row is never closed"));
        }
        (*at)++;
        if (byte == '"') {
            if (byte_at(table, *at) != '"')
                break;
            (*at)++;
        }
        table->line += byte == '\n';
        table->window[table->start + to++] = (char)byte;
    }
    /* What follows the quote up to the separator belongs to it, as most readers do. */
    for (int byte = byte_at(table, *at);
         byte >= 0 && byte != table->separator && byte != '\n' && byte != '\r';
         byte = byte_at(table, *at)) {
        table->window[table->start + to++] = (char)byte;
        (*at)++;
    }
    /* What is left where the text was may be half a character. */
    memset(table->window + table->start + to, ' ', *at - to);
    return add_field(table, from, to - from);
}

static bool is_end(const struct table *table, char byte)
{
    return byte == table->separator || byte == '\n' || byte == '\r';
}

static bool read_plain(struct table *table, size_t *at)
{
    size_t from = *at;

    while (byte_at(table, *at) >= 0) {
        const char *byte = table->window + table->start + *at;
        const char *end = table->window + table->end;
        while (byte < end && !is_end(table, *byte))
            byte++;
        *at = (size_t)(byte - table->window) - table->start;
        if (byte < end)
            break;
    }
    return add_field(table, from, *at - from);
}

/* Reads the fields up to the line's end, and takes that; false at the end of the file
 * and after a mistake. */
static bool read_fields(struct table *table, size_t *size)
{
    size_t at = 0;

    table->count = 0;
    if (byte_at(table, 0) < 0)
        return false;
    for (;;) {
        bool is_good;
        int byte;
        if (byte_at(table, at) == '"') {
            at++;
            is_good = read_quoted(table, &at);
        } else {
            is_good = read_plain(table, &at);
        }
        if (!is_good)
            return false;
        byte = byte_at(table, at);
        if (byte < 0 && is_cut(table))
            return false;
        if (byte >= 0)
            at++;
        if (byte == table->separator)
            continue;
        if (byte == '\r' && byte_at(table, at) == '\n')
            at++;
        *size = at;
        return true;
    }
}

static bool is_blank(const struct table *table)
{
    return table->count == 1 && table->fields[0].length == 0;
}

/* Blanks around a field are not part of it, nor is a no-break space. */
static void trim(struct builder_text *field)
{
    while (field->length && (*field->text == ' ' || *field->text == '\t')) {
        field->text++;
        field->length--;
    }
    for (;;) {
        size_t length = field->length;
        if (length &&
            (field->text[length - 1] == ' ' || field->text[length - 1] == '\t'))
            field->length--;
        else if (length > 1 && memcmp(field->text + length - 2, "\xc2\xa0", 2) == 0)
            field->length -= 2;
        else
            return;
    }
}

bool table_next(struct table *table, struct table_row *row)
{
    size_t size;
    size_t line;

    if (table->source.next)
        return table->source.next(table->source.state, row);
    do {
        line = table->line;
        if (table->has_failed || table->is_over)
            return false;
        if (!read_fields(table, &size)) {
            table->is_over = true;
            return false;
        }
        for (size_t i = 0; i < table->count; i++) {
            struct builder_text *field = &table->fields[i];
            field->text = table->window + table->start + field->at.column - 1;
            trim(field);
        }
        if (memchr(table->window + table->start, '\0', size))
            return fail(table, _("there is a NUL byte in this row; this is no text"));
        table->has_bad_text = !text_is_valid(table->window + table->start, size);
        if (table->has_bad_text)
            return fail(table, _("this row is not in UTF-8, and what it is in is not "
                                 "certain; --encoding=NAME says it"));
        table->start += size;
        table->taken += size;
        table->line++;
    } while (is_blank(table));
    *row = (struct table_row){table->fields, table->count, line};
    return true;
}

size_t table_lines(struct table *table, const char **text)
{
    size_t size = 0;

    if (table->has_failed || table->is_over)
        return 0;
    do {
        *text = table->window + table->start;
        for (size = table->end - table->start; size; size--)
            if ((*text)[size - 1] == '\n')
                return size;
    } while (table->end - table->start <= table->row_bytes && fill(table));
    return 0;
}

void table_skip(struct table *table, size_t size, size_t lines)
{
    table->start += size;
    table->taken += size;
    table->line += lines;
}

bool table_ends_open(const struct table *table)
{
    return table->end && !strchr("\r\n", table->window[table->end - 1]);
}

size_t table_taken(const struct table *table)
{
    return table->taken;
}

size_t table_rows_ahead(const struct table *table, size_t rows)
{
    return table->bytes ? bytes_rows_ahead(table->bytes, table->taken, rows) : 0;
}

char table_separator_of(const struct table *table)
{
    return table->separator;
}

size_t table_line(const struct table *table)
{
    return table->line;
}

/* How many fields the line has, quotes respected; moves *at behind the line. */
static size_t count_fields(const char *head, size_t size, char separator, size_t *at)
{
    size_t count = 1;
    bool is_quoted = false;

    for (; *at < size; (*at)++) {
        char byte = head[*at];
        if (byte == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted && byte == separator)
            count++;
        else if (!is_quoted && byte == '\n')
            break;
    }
    if (*at < size)
        (*at)++;
    return count;
}

/* Lines that have as many fields as the richest one; a preamble has fewer. */
static size_t evenness(const char *head, size_t size, char separator)
{
    enum { LINES = 12 };
    size_t counts[LINES];
    size_t lines = 0;
    size_t most = 0;
    size_t even = 0;

    for (size_t at = 0; at < size && lines < LINES;) {
        size_t count = count_fields(head, size, separator, &at);
        /* The last line may be cut. */
        if (at >= size && lines > 1)
            break;
        counts[lines++] = count;
        most = count > most ? count : most;
    }
    for (size_t i = 0; i < lines; i++)
        even += counts[i] == most;
    return most > 1 ? even * most : 0;
}

char table_separator(const char *head, size_t size)
{
    static const char separators[] = {',', ';', '\t', '|'};
    size_t best = 0;
    char found = '\0';

    for (size_t i = 0; i < sizeof(separators); i++) {
        size_t score = evenness(head, size, separators[i]);
        if (score > best) {
            best = score;
            found = separators[i];
        }
    }
    return found;
}
