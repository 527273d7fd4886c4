/*
 * The texts of a table's cells: numbers, words of absence, flags, labels, periods.
 */
#include "core/base/number.h"
#include "core/base/text.h"
#include "core/load/decimal_sign.h"
#include "core/load/mark.h"
#include "core/load/number_shape.h"
#include "core/load/table_figures.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Words of absence as files have them, and ours. */
static const struct {
    const char *word;
    const char *ours;
} absences[] = {
    {"", "~"},
    {"..", "~"},
    {"...", "~"},
    {":", "~"},
    {"na", "~"},
    {"n/a", "~"},
    {"n.a.", "~"},
    {"nan", "~"},
    {"null", "~"},
    {"none", "~"},
    {"…", "~"},
    {".", "~"},
    {"~", "~"},
    {"-", "-"},
    {"–", "-"},
    {"—", "-"},
    {"z", "-"},
    {": z", "-"},
    {"c", "c"},
    {": c", "c"},
    {"x", "c"},
    {"(s)", "c"},
    {"<", "<"},
    {"nd", "~"},
    {"n.d.", "~"},
    {"--", "~"},
    {"(na)", "~"},
    {"not available", "~"},
    {"not applicable", "-"},
    {"(c)", "c"},
    {"(d)", "c"},
    {"(x)", "c"},
    {"conf.", "c"},
    {"confidential", "c"},
    {"suppressed", "c"},
};

/* "#N/A", "#DIV/0!", "#NAME?": what a spreadsheet has for a formula that fails. */
static bool is_failed_formula(struct builder_text text)
{
    if (text.length < 3 || text.length > 12 || *text.text != '#')
        return false;
    for (size_t i = 1; i < text.length; i++)
        if (!isupper((unsigned char)text.text[i]) && !memchr("/0!?", text.text[i], 4))
            return false;
    return isupper((unsigned char)text.text[1]);
}

static bool read_absence(struct builder_text *text)
{
    char folded[16] = "";

    if (is_failed_formula(*text)) {
        text->text = "~";
        text->length = 1;
        return true;
    }

    if (text->length >= sizeof(folded))
        return false;
    for (size_t i = 0; i < text->length; i++)
        folded[i] = (char)tolower((unsigned char)text->text[i]);
    for (size_t i = 0; i < sizeof(absences) / sizeof(absences[0]); i++)
        if (strcmp(folded, absences[i].word) == 0) {
            text->text = absences[i].ours;
            text->length = 1;
            return true;
        }
    return false;
}

/* ".57" and "-,5", as some programs write what is less than one. */
static void add_zero(struct table_reader *reader, struct builder_text *text)
{
    size_t at = text->length && (*text->text == '-' || *text->text == '+');

    if (text->length < at + 2 || text->length + 1 >= sizeof(reader->scratch) ||
        (text->text[at] != '.' && text->text[at] != ',') ||
        !isdigit((unsigned char)text->text[at + 1]))
        return;
    snprintf(reader->scratch, sizeof(reader->scratch), "%.*s0%.*s", (int)at, text->text,
             (int)(text->length - at), text->text + at);
    text->text = reader->scratch;
    text->length++;
}

/* How many bytes of a blank begin there: a space, or one that lines do not break at,
 * wide or narrow; 0: none. */
static size_t blank_at(const char *text, size_t length)
{
    static const char *const blanks[] = {" ", "\xc2\xa0", "\xe2\x80\xaf",
                                         "\xe2\x80\x89"};

    for (size_t i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++)
        if (length >= strlen(blanks[i]) &&
            memcmp(text, blanks[i], strlen(blanks[i])) == 0)
            return strlen(blanks[i]);
    return 0;
}

/* "1 234 567,8": groups of three apart by blanks go without them. */
static void close_groups(struct table_reader *reader, struct builder_text *text)
{
    char closed[sizeof(reader->scratch)];
    size_t at = text->length && (*text->text == '-' || *text->text == '+');
    size_t digits = number_digits_at(text->text, text->length, at);
    size_t used = at + digits;
    size_t blank;

    if (!digits || digits > 3 || text->length >= sizeof(closed) || used == text->length)
        return;
    memcpy(closed, text->text, used);
    for (at = used; (blank = blank_at(text->text + at, text->length - at)) > 0;) {
        if (number_digits_at(text->text, text->length, at + blank) != 3)
            return;
        memcpy(closed + used, text->text + at + blank, 3);
        used += 3;
        at += blank + 3;
    }
    if (at == used || (at < text->length && !strchr(".,", text->text[at])))
        return;
    memcpy(closed + used, text->text + at, text->length - at);
    text->length = used + text->length - at;
    memcpy(reader->scratch, closed, text->length);
    text->text = reader->scratch;
}

/* What it means can be answered. */
static bool leave_open(struct table_reader *reader)
{
    reader->open->decimal = true;
    reader->signs->has_left = true;
    return false;
}

/* What is decimal in a number of that shape: '.' or ','; DECIMAL_OPEN: nobody knows
 * yet; 0: no such number is in the table. */
static char decimal_in(const struct table_reader *reader, enum number_shape shape)
{
    char sign = reader->signs->sign;
    bool is_settled = sign && sign != DECIMAL_OPEN;

    if (shape == SHAPE_EITHER_POINT && !is_settled)
        return reader->points_may_part ? DECIMAL_OPEN : '.';
    if (shape == SHAPE_EITHER_COMMA)
        return is_settled ? sign : DECIMAL_OPEN;
    if (shape == SHAPE_POINT)
        return sign == ',' ? 0 : '.';
    if (shape == SHAPE_GROUPS && is_settled)
        return sign == '.' ? sign : 0;
    if (shape == SHAPE_COMMA && is_settled)
        return sign == ',' ? sign : 0;
    return sign;
}

static bool read_plain(const struct builder_text *text)
{
    struct number number;

    return number_read(text->text, text->length, &number);
}

static bool read_number(struct table_reader *reader, struct builder_text *text)
{
    enum number_shape shape;
    char decimal;

    add_zero(reader, text);
    close_groups(reader, text);
    shape = number_shape(text->text, text->length);
    if (shape == SHAPE_NONE || shape == SHAPE_PLAIN)
        return read_plain(text) || read_absence(text);
    if (!reader->signs->is_answered)
        decimal_signs_note(reader->signs, shape);
    decimal = decimal_in(reader, shape);
    if (decimal == DECIMAL_OPEN)
        return leave_open(reader);
    if (!decimal)
        return false;
    if (decimal == '.' && (shape == SHAPE_POINT || shape == SHAPE_EITHER_POINT))
        return read_plain(text);
    text->length = number_with_point(text->text, text->length, decimal, reader->scratch,
                                     sizeof(reader->scratch));
    text->text = reader->scratch;
    return text->length && read_plain(text);
}

bool table_number(struct table_reader *reader, struct builder_text *text)
{
    struct builder_text written = *text;

    if (read_number(reader, text))
        return true;
    if (table_is_open_number(reader, *text) || !table_plain_number(reader, &written))
        return false;
    *text = written;
    return read_number(reader, text);
}

bool table_is_open_number(const struct table_reader *reader, struct builder_text text)
{
    enum number_shape shape = number_shape(text.text, text.length);

    return shape != SHAPE_NONE && shape != SHAPE_PLAIN &&
           decimal_in(reader, shape) == DECIMAL_OPEN;
}

static const struct layout_flow *find_flow(const struct table_reader *reader,
                                           struct builder_text word)
{
    for (const struct layout_flow *flow = reader->layout->flows; flow && flow->word;
         flow++)
        if (strlen(flow->word) == word.length &&
            strncasecmp(flow->word, word.text, word.length) == 0)
            return flow;
    return NULL;
}

/* As it stands, else without its accents: "Exportações". */
const struct layout_flow *table_flow_of(const struct table_reader *reader,
                                        struct builder_text word)
{
    struct arena scratch = {0};
    const struct layout_flow *found = find_flow(reader, word);
    const char *folded;

    if (found || !word.length)
        return found;
    folded = text_fold(&scratch, arena_copy(&scratch, word.text, word.length));
    found = find_flow(reader, (struct builder_text){folded, strlen(folded), word.at});
    arena_clear(&scratch);
    return found;
}

const char *table_flow_id(const struct table_reader *reader, struct builder_text word)
{
    const struct layout_flow *flow;

    if (reader->layout->has_series)
        return table_series_flow(word);
    flow = table_flow_of(reader, word);
    return flow ? flow->measure : NULL;
}

struct builder_text table_marked_period(struct builder_text text,
                                        struct builder_text *mark)
{
    const char *bracket = text.length ? memchr(text.text, '[', text.length) : NULL;

    if (bracket)
        text.length = (size_t)(bracket - text.text);
    while (text.length && text.text[text.length - 1] == ' ')
        text.length--;
    mark_cut_period(&text, mark);
    return text;
}

struct builder_text table_period_text(struct builder_text text)
{
    struct builder_text mark;

    return table_marked_period(text, &mark);
}

/* How long the code of "A: Value A" is; all of a text without a label. */
static size_t code_length(const struct table_reader *reader, struct builder_text text)
{
    for (size_t i = 0; reader->layout->splits_labels && i + 1 < text.length; i++)
        if (text.text[i] == ':' && text.text[i + 1] == ' ')
            return i;
    return text.length;
}

struct builder_text table_label_code(const struct table_reader *reader,
                                     struct builder_text text)
{
    text.length = code_length(reader, text);
    /* Spreadsheets are told so that "01" is no number. */
    if (text.length > 1 && *text.text == '\'') {
        text.text++;
        text.length--;
    }
    return text;
}

struct builder_text table_label_name(const struct table_reader *reader,
                                     struct builder_text text)
{
    size_t length = code_length(reader, text);

    if (length == text.length)
        return (struct builder_text){"", 0, text.at};
    text.text += length + 2;
    text.length -= length + 2;
    return text;
}

bool table_shift(struct table_reader *reader, struct builder_text *text, int tens)
{
    int length;

    if (!tens || !text->length || !isdigit((unsigned char)text->text[text->length - 1]))
        return true;
    length = snprintf(reader->shifted, sizeof(reader->shifted), "%.*se%d",
                      (int)text->length, text->text, tens);
    if (length < 0 || (size_t)length >= sizeof(reader->shifted))
        return false;
    text->text = reader->shifted;
    text->length = (size_t)length;
    return true;
}
