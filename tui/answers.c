#include "tui/answers.h"

#include "core/base/number.h"
#include "core/base/translate.h"
#include "core/load/encoding.h"
#include "core/load/roles.h"

#include <stdio.h>
#include <string.h>

enum { CURRENCY_LETTERS = 3, SCALE_MAX = 15 };

static const struct source_pos here = {"entrepot", 0, 0};

/* "USD:6": a currency and the power of ten of the figures. */
bool answers_read_unit(struct options *options, const char *word,
                       struct diag_list *diags)
{
    size_t letters = strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const char *end = word + letters;
    size_t scale = 0;
    bool is_good = letters == CURRENCY_LETTERS;

    if (is_good && !*end)
        return diag_error(diags, here,
                          "--unit '%s' does not say the power of ten: %s:0 when the "
                          "figures are whole units, %s:6 for millions",
                          word, word, word);
    if (is_good && *end == ':')
        is_good = options_read_count(end + 1, SCALE_MAX, &scale, &end);
    if (!is_good || *end)
        return diag_error(
            diags, here,
            _("--unit '%s' is no unit; write CODE:SCALE, for example USD:6 "
              "for million US dollars"),
            word);
    snprintf(options->unit_code, sizeof(options->unit_code), "%.*s", (int)letters,
             word);
    options->answers.unit =
        (struct unit){UNIT_CURRENCY, options->unit_code, (int)scale};
    return true;
}

bool answers_read_decimal(struct options *options, const char *word,
                          struct diag_list *diags)
{
    return decimal_read(word, &options->answers.decimal) ||
           diag_error(diags, here, _("unknown --decimal '%s'; say comma or point"),
                      word);
}

bool answers_read_repeats(struct options *options, const char *word,
                          struct diag_list *diags)
{
    return repeats_read(word, &options->answers.repeats) ||
           diag_error(diags, here, _("unknown --repeats '%s'; say once or add"), word);
}

bool answers_read_periods(struct options *options, const char *word,
                          struct diag_list *diags)
{
    options->answers.has_periods = periods_read(word, &options->answers.periods);
    return options->answers.has_periods ||
           diag_error(diags, here,
                      _("unknown --periods '%s'; say year, half, quarter, month, week "
                        "or day"),
                      word);
}

bool answers_read_dates(struct options *options, const char *word,
                        struct diag_list *diags)
{
    return dates_read(word, &options->answers.dates) ||
           diag_error(diags, here, _("unknown --dates '%s'; say dmy or mdy"), word);
}

bool answers_read_encoding(struct options *options, const char *word,
                           struct diag_list *diags)
{
    if (!encoding_is_known(word))
        return diag_error(diags, here,
                          _("--encoding '%s' is none that this system knows; iconv -l "
                            "lists them"),
                          word);
    options->answers.encoding = word;
    return true;
}

/* The length of the role's word before the '=', 0 when there is none. */
static size_t role_length(const char *text)
{
    size_t length = strcspn(text, "=,");

    return text[length] == '=' && role_find(text, length) ? length : 0;
}

/* Up to the comma behind which the next role begins. */
static size_t column_length(const char *text)
{
    const char *comma = text;

    while ((comma = strchr(comma, ',')) && !role_length(comma + 1))
        comma++;
    return comma ? (size_t)(comma - text) : strlen(text);
}

static bool fail_role(const char *word, struct diag_list *diags)
{
    const char *list = "";

    for (size_t i = 0; i < role_word_count; i++)
        list = arena_printf(diags->arena, "%s%s%s", list, i ? ", " : "",
                            role_words[i].word);
    return diag_error(diags, here,
                      _("--map '%s' does not begin with ROLE=COLUMN; roles are %s"),
                      word, list);
}

bool answers_read_map(struct options *options, const char *word,
                      struct diag_list *diags)
{
    struct load_answers *answers = &options->answers;

    for (;;) {
        size_t role = role_length(word);
        const char *column = word + role + 1;
        size_t length = role ? column_length(column) : 0;
        if (!length)
            return fail_role(word, diags);
        if (answers->map_count == LOAD_MAP_MAX)
            return diag_error(diags, here, _("--map names more than %d columns"),
                              LOAD_MAP_MAX);
        answers->map[answers->map_count++] = (struct load_map){
            .role = role_find(word, role), .column = column, .length = length};
        if (!column[length])
            return true;
        word = column + length + 1;
    }
}

bool answers_are_of(enum option_number option)
{
    return option == OPTION_UNIT || option == OPTION_DECIMAL ||
           option == OPTION_ENCODING || option == OPTION_MAP ||
           option == OPTION_REVISE || option == OPTION_REPEATS ||
           option == OPTION_DATES || option == OPTION_PERIODS;
}

const struct load_answers *answers_copy(const struct load_answers *answers,
                                        struct arena *arena)
{
    struct load_answers *copy = ARENA_NEW(arena, struct load_answers);

    *copy = *answers;
    if (copy->unit.code)
        copy->unit.code = arena_copy(arena, copy->unit.code, strlen(copy->unit.code));
    if (copy->encoding)
        copy->encoding = arena_copy(arena, copy->encoding, strlen(copy->encoding));
    for (size_t i = 0; i < copy->map_count; i++)
        copy->map[i].column =
            arena_copy(arena, copy->map[i].column, copy->map[i].length);
    return copy;
}

static const char *map_words(const struct load_answers *answers, struct arena *arena)
{
    const char *text = NULL;

    for (size_t i = 0; i < answers->map_count; i++)
        text = arena_printf(arena, "%s%s%s=%.*s", text ? text : "", text ? "," : "",
                            answers->map[i].role->word, (int)answers->map[i].length,
                            answers->map[i].column);
    return text;
}

const char *answers_words(const struct load_answers *answers, enum option_number option,
                          struct arena *arena)
{
    if (!answers)
        return NULL;
    switch (option) {
    case OPTION_UNIT:
        return answers->unit.kind == UNIT_NONE
                   ? NULL
                   : arena_printf(arena, "%s:%d", answers->unit.code,
                                  answers->unit.scale);
    case OPTION_DECIMAL:
        return answers->decimal ? decimal_word(answers->decimal) : NULL;
    case OPTION_ENCODING:
        return answers->encoding;
    case OPTION_DATES:
        return answers->dates ? dates_word(answers->dates) : NULL;
    case OPTION_PERIODS:
        return answers->has_periods ? frequency_noun(answers->periods) : NULL;
    case OPTION_REPEATS:
        return answers->repeats ? repeats_word(answers->repeats) : NULL;
    case OPTION_REVISE:
        return answers->revises ? "" : NULL;
    case OPTION_MAP:
        return map_words(answers, arena);
    default:
        return NULL;
    }
}
