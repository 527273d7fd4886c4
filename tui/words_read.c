/*
 * Words back into what is on the screen.
 */
#include "tui/words_internal.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/answers.h"
#include "tui/form.h"
#include "tui/words.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct source_pos here = {"entrepot", 0, 0};

bool words_next_part(const char **list, struct word_part *part, struct arena *arena)
{
    char *out = arena_alloc(arena, strlen(*list) + 1);

    if (!**list)
        return false;
    *part = (struct word_part){.value = out};
    for (; **list && **list != ','; ++*list) {
        if (**list == ':' && !part->name) {
            part->name = part->value;
            *out++ = '\0';
            part->value = out;
            continue;
        }
        if (**list == '\\' && (*list)[1])
            ++*list;
        *out++ = **list;
    }
    *list += **list == ',';
    return true;
}

static const char *closest_code(const struct dataset *dataset, const char *code,
                                struct arena *arena)
{
    const char *closest = NULL;

    for (size_t d = 0; d < dataset->dimension_count && !closest; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        const char **codes = ARENA_ARRAY(arena, const char *, dimension->member_count);
        for (uint32_t i = 0; i < dimension->member_count; i++)
            codes[i] = dimension->members[i].code;
        closest = text_closest(code, codes, dimension->member_count);
    }
    return closest;
}

/* A member that is wholly called so, in any language of the file; DICT_NONE where none
 * is, or two are. */
static uint32_t find_named(const struct dimension *dimension, const char *name)
{
    uint32_t found = DICT_NONE;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const struct label_text *text = dimension->members[i].name.first;
        while (text && strcasecmp(text->text, name) != 0)
            text = text->next;
        if (text && found != DICT_NONE)
            return DICT_NONE;
        if (text)
            found = i;
    }
    return found;
}

/* By code in some dimension, before it is by name in any. */
static bool narrow_by(struct app *app, const struct word_part *part, bool by_name)
{
    const struct dataset *dataset = &app->dataset;

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        uint32_t member =
            by_name ? find_named(dimension, part->value)
                    : dict_find(&dimension->codes, part->value, strlen(part->value));
        if (member == DICT_NONE ||
            (part->name && strcmp(part->name, dimension->id) != 0))
            continue;
        app->lens.query.within[d] = member;
        return true;
    }
    return false;
}

static bool narrow(struct app *app, const struct word_part *part,
                   struct diag_list *diags)
{
    const struct dataset *dataset = &app->dataset;
    const char *closest;

    if (part->name && dataset_dimension(dataset, part->name) == SIZE_MAX)
        return diag_error(diags, here, _("unknown dimension '%s'"), part->name);
    if (narrow_by(app, part, false) || narrow_by(app, part, true))
        return true;
    closest = closest_code(dataset, part->value, diags->arena);
    if (closest)
        return diag_error(diags, here,
                          _("no member has the code '%s'; did you mean '%s'?"),
                          part->value, closest);
    return diag_error(diags, here, _("no member has the code '%s'"), part->value);
}

void words_fit_level(struct query *query, const struct dataset *dataset)
{
    size_t below;

    if (query->rows == ROWS_PERIOD || query->within[query->rows] == MEMBER_NONE)
        return;
    below = query_level_below(dataset, query, query->within[query->rows]);
    if (below != LEVEL_FINEST)
        query->level = below;
}

bool words_are_of_leaf(const struct query *query, const struct dataset *dataset)
{
    size_t rows = query->rows;

    return rows != ROWS_PERIOD && query->within[rows] != MEMBER_NONE &&
           query_level_below(dataset, query, query->within[rows]) == LEVEL_FINEST;
}

/* What nothing stands below has no rows of its own dimension. */
static void leave_leaf(struct app *app, struct diag_list *diags)
{
    struct query *query = &app->lens.query;
    const struct dataset *dataset = &app->dataset;
    size_t rows = query->rows;
    const char *word = "period";

    if (!words_are_of_leaf(query, dataset))
        return;
    for (size_t d = 0; d < dataset->dimension_count && dataset->period_count == 1; d++)
        if (d != rows && query->within[d] == MEMBER_NONE &&
            !dataset->dimension[d].is_apart && dataset->dimension[d].member_count > 1)
            word = dataset->dimension[d].id;
    query_read_rows(query, dataset, word, diags);
}

bool words_read_within(struct app *app, const char *text, bool has_rows,
                       struct diag_list *diags)
{
    struct word_part part;
    bool is_good = true;

    if (!text)
        return true;
    while (words_next_part(&text, &part, diags->arena))
        is_good = narrow(app, &part, diags) && is_good;
    if (!has_rows)
        leave_leaf(app, diags);
    words_fit_level(&app->lens.query, &app->dataset);
    return is_good;
}

static bool read_range(struct app *app, const char *text, struct diag_list *diags)
{
    struct stretch *stretch = &app->lens.stretch;

    stretch->is_set =
        period_read_range(text, strlen(text), &stretch->first, &stretch->last);
    return stretch->is_set ||
           diag_error(diags, here,
                      _("--range '%s' is no range; write for example 2000..2010"),
                      text);
}

bool words_read_trend(struct app *app, const char *const text[OPTION_COUNT],
                      struct diag_list *diags)
{
    const char *form = text[OPTION_FORM];

    app->lens.has_log = text[OPTION_LOG] != NULL;
    if (form && form_find(form) == FORM_COUNT)
        return diag_error(diags, here,
                          "--form '%s' is unknown; there are level, growth, index and "
                          "share",
                          form);
    app->lens.form = form ? form_find(form) : FORM_LEVEL;
    return !text[OPTION_RANGE] || read_range(app, text[OPTION_RANGE], diags);
}

bool words_are_given(const char *const text[OPTION_COUNT])
{
    static const enum option_number words[] = {
#define X(option, name) OPTION_##option,
        WORDS(X)
#undef X
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (text[words[i]] && words[i] != OPTION_VIEW && words[i] != OPTION_LANG &&
            !answers_are_of(words[i]))
            return true;
    return false;
}
