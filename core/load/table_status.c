/*
 * Status flags: those that stand behind a figure, and what one says of a figure that is
 * not there.
 */
#include "core/base/number.h"
#include "core/load/mark.h"
#include "core/load/table_figures.h"

#include <ctype.h>
#include <string.h>

static bool is_zero(struct builder_text text)
{
    struct number number;

    return number_read(text.text, text.length, &number) && number.value == 0;
}

/* Anything but F, which is free. */
static bool is_confidential(const struct table_reader *reader)
{
    struct builder_text text = table_label_code(
        reader, table_field(reader->row, reader->confidentiality_column));

    return text.length && *text.text != 'F';
}

/* What a flag says of an empty figure wherever nothing else is known of it. */
static const struct layout_status usual_statuses[] = {
    {'c', false, "c"},
    {'z', false, "-"},
    {0},
};

/* A status as letters where it is a word for them; one that is normal is none. */
static struct builder_text in_letters(const struct table_reader *reader,
                                      struct builder_text text)
{
    text = table_label_code(reader, text);
    if (reader->layout->has_normal_status && text.length == 1 && *text.text == 'A')
        text.length = 0;
    return mark_in_letters(text);
}

void table_apply_status(const struct table_reader *reader, struct builder_text *text)
{
    const struct layout_status *status =
        reader->layout->statuses ? reader->layout->statuses : usual_statuses;
    struct builder_text flag = reader->cut_flag;
    bool is_missing = text->length == 1 && *text->text == '~';
    bool is_none = is_missing || is_zero(*text);

    /* A file of ours says what it means. */
    if (reader->is_own)
        return;
    if (!flag.length)
        flag = in_letters(reader, table_field(reader->row, reader->flag_column));
    for (; status->letter && is_none && flag.length; status++) {
        if (status->is_of_zero == is_missing ||
            !memchr(flag.text, status->letter, flag.length))
            continue;
        text->text = status->absence;
        text->length = strlen(status->absence);
        return;
    }
    if (is_missing && is_confidential(reader))
        text->text = "c";
}

static const char flag_letters[] = "bcdefnprsuz";

static bool are_flags(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!memchr(flag_letters, text[i], sizeof(flag_letters) - 1))
            return false;
    return true;
}

bool table_has_flag_behind(struct builder_text text)
{
    size_t from = text.length;

    while (from && text.text[from - 1] != ' ')
        from--;
    if (!from || from == text.length || text.length - from > 3)
        return false;
    return are_flags(text.text + from, text.length - from) &&
           mark_is_flag(text.text + from, text.length - from);
}

/* Eurostat writes "0n" and ":c" where it leaves out the blank. */
static bool is_glued(const struct table_reader *reader, struct builder_text text,
                     size_t length)
{
    return reader->layout == &layout_eurostat && length &&
           (isdigit((unsigned char)text.text[length - 1]) ||
            text.text[length - 1] == ':') &&
           are_flags(text.text + length, text.length - length);
}

struct builder_text table_cut_flags(struct table_reader *reader, size_t measure,
                                    struct builder_text text)
{
    size_t length = text.length;
    size_t letters;

    reader->cut_flag.length = 0;
    while (length && isalpha((unsigned char)text.text[length - 1]))
        length--;
    letters = text.length - length;
    if (!letters || letters > 4 ||
        (!is_glued(reader, text, length) &&
         (length < 2 || text.text[length - 1] != ' ')))
        return text;
    reader->cut_flag = (struct builder_text){text.text + length, letters, text.at};
    builder_attribute(reader->builder, ATTRIBUTE_FLAG, measure, reader->cut_flag);
    while (length && text.text[length - 1] == ' ')
        length--;
    text.length = length;
    return text;
}

bool table_read_marked(struct table_reader *reader, size_t measure,
                       struct builder_text *text)
{
    struct builder_text number = *text;
    struct builder_text mark;
    bool is_flag;

    if (!mark_cut(&number, &mark) || !table_number(reader, &number))
        return false;
    is_flag = mark_is_flag(mark.text, mark.length);
    if (is_flag)
        reader->cut_flag = mark;
    builder_attribute(reader->builder, is_flag ? ATTRIBUTE_FLAG : ATTRIBUTE_REMARK,
                      measure, mark);
    *text = number;
    return true;
}

void table_give_flag(struct table_reader *reader, size_t measure,
                     struct builder_text text)
{
    enum { FLAG_MAX = 8 };
    struct builder_text flag = in_letters(reader, text);
    bool is_letters = flag.length <= FLAG_MAX;

    for (size_t i = 0; i < flag.length; i++)
        is_letters = is_letters && isalpha((unsigned char)flag.text[i]);
    builder_attribute(reader->builder, is_letters ? ATTRIBUTE_FLAG : ATTRIBUTE_REMARK,
                      measure, flag);
}
