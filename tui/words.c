#include "tui/words.h"

#include "core/query/convert.h"
#include "core/query/indicator_spec.h"
#include "tui/answers.h"
#include "tui/form.h"
#include "tui/language.h"
#include "tui/lens.h"
#include "tui/views/view.h"
#include "tui/words_internal.h"

#include <string.h>

static const char *id_of_rows(const struct app *app)
{
    size_t rows = app->lens.query.rows;

    return rows == ROWS_PERIOD ? "period" : app->dataset.dimension[rows].id;
}

static const char *say_view(const struct saying *saying)
{
    return view_ops(saying->app->view)->name;
}

static const char *say_by(const struct saying *saying)
{
    struct query first = query_new(&saying->app->dataset);

    return first.rows == saying->app->lens.query.rows &&
                   !words_are_of_leaf(&saying->app->lens.query, &saying->app->dataset)
               ? NULL
               : id_of_rows(saying->app);
}

/* A code that stands in a list: the signs of the list get a backslash. */
static const char *escaped(const char *code, struct arena *arena)
{
    char *out = arena_alloc(arena, 2 * strlen(code) + 1);
    char *at = out;

    for (; *code; code++) {
        if (strchr(",:\\", *code))
            *at++ = '\\';
        *at++ = *code;
    }
    return out;
}

static const char *say_within(const struct saying *saying)
{
    const struct dataset *dataset = &saying->app->dataset;
    const char *list = NULL;

    for (size_t d = 0; d < dataset->dimension_count; d++) {
        const struct dimension *dimension = &dataset->dimension[d];
        uint32_t member = saying->app->lens.query.within[d];
        if (member == MEMBER_NONE)
            continue;
        list = arena_printf(
            saying->arena, "%s%s%s%s%s", list ? list : "", list ? "," : "",
            dataset->dimension_count > 1 ? escaped(dimension->id, saying->arena) : "",
            dataset->dimension_count > 1 ? ":" : "",
            escaped(dimension->members[member].code, saying->arena));
    }
    return list;
}

static const char *say_level(const struct saying *saying)
{
    const struct query *query = &saying->app->lens.query;

    if (query->rows == ROWS_PERIOD || query->level == saying->natural.level)
        return NULL;
    if (query->level == LEVEL_FINEST)
        return "finest";
    if (query->level == LEVEL_GROUPS)
        return "groups";
    return saying->app->dataset.dimension[query->rows].level[query->level];
}

static const char *say_frequency(const struct saying *saying)
{
    const struct timing *timing = &saying->app->lens.timing;

    return timing->is_coarse && !timing->is_range ? frequency_noun(timing->frequency)
                                                  : NULL;
}

/* One range of periods in every year. */
static const char *say_same_months(const struct saying *saying)
{
    return saying->app->lens.timing.is_range ? "" : NULL;
}

static const char *say_period(const struct saying *saying)
{
    const struct query *query = &saying->app->lens.query;
    const struct query *natural = &saying->natural;
    const struct timing *timing = &saying->app->lens.timing;
    bool is_range = query->rows == ROWS_PERIOD;
    char first[PERIOD_SHOWN_MAX];
    char last[PERIOD_SHOWN_MAX];

    if (!saying->app->dataset.period_count)
        return NULL;
    if (timing->is_range)
        return arena_printf(
            saying->arena, "%s",
            period_show(first, is_range ? timing->range : query->period));
    if (period_equal(query->period, natural->period) &&
        (!is_range || period_equal(query->last_period, natural->last_period)))
        return NULL;
    period_show(first, query->period);
    period_show(last, query->last_period);
    return is_range && strcmp(first, last) != 0
               ? arena_printf(saying->arena, "%s..%s", first, last)
               : arena_printf(saying->arena, "%s", first);
}

static const char *say_filter(const struct saying *saying)
{
    return saying->app->lens.filter[0] ? saying->app->lens.filter : NULL;
}

/* ":+3" of a column that is three cells wider, "" of all others. */
static const char *width_of(const struct saying *saying, struct column_spec spec)
{
    const struct lens *lens = &saying->app->lens;

    for (size_t i = 0; i < lens->width_count; i++)
        if (column_spec_equal(lens->widths[i].spec, spec) && lens->widths[i].extra)
            return arena_printf(saying->arena, ":%+d", lens->widths[i].extra);
    return "";
}

/* Columns that have another width are named, even if they are the usual ones. */
static const char *say_columns(const struct saying *saying)
{
    const struct lens *lens = &saying->app->lens;
    const struct frame *frame = saying->app->frame;
    bool is_usual = !lens->column_count;
    size_t count = is_usual ? frame->shown_count : lens->column_count;
    const char *list = lens->name_extra
                           ? arena_printf(saying->arena, "name:%+d", lens->name_extra)
                           : NULL;

    if (is_usual && !lens->width_count && !lens->name_extra)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        struct column_spec spec = is_usual ? frame->columns[i].spec : lens->columns[i];
        list =
            arena_printf(saying->arena, "%s%s%s%s", list ? list : "", list ? "," : "",
                         column_spec_id(&saying->app->dataset, spec, saying->arena),
                         width_of(saying, spec));
    }
    return list;
}

static const char *say_freeze(const struct saying *saying)
{
    size_t frozen = saying->app->lens.frozen;

    return frozen ? arena_printf(saying->arena, "%zu", frozen) : NULL;
}

static const char *say_mark(const struct saying *saying)
{
    const struct dataset *dataset = &saying->app->dataset;
    const struct lens *lens = &saying->app->lens;
    const char *list = NULL;
    char period[PERIOD_SHOWN_MAX];

    for (size_t i = 0; i < lens->mark_count; i++) {
        const struct mark *mark = &lens->marks[i];
        bool is_period = mark->rows == ROWS_PERIOD;
        const struct dimension *dimension =
            is_period ? NULL : &dataset->dimension[mark->rows];
        list = arena_printf(
            saying->arena, "%s%s%s:%s", list ? list : "", list ? "," : "",
            is_period ? "period" : escaped(dimension->id, saying->arena),
            is_period ? period_show(period, mark->period)
                      : escaped(dimension->members[mark->member].code, saying->arena));
    }
    return list;
}

static const char *say_measure(const struct saying *saying)
{
    const struct lens *lens = &saying->app->lens;

    return lens->has_measure
               ? column_spec_id(&saying->app->dataset, lens->measure, saying->arena)
               : NULL;
}

/* From the first of what is joined to the last of it. */
static const char *say_range(const struct saying *saying)
{
    const struct stretch *stretch = &saying->app->lens.stretch;
    struct period begin = stretch->first;
    char first[PERIOD_SHOWN_MAX];
    char last[PERIOD_SHOWN_MAX];

    begin.more = 0;
    return stretch->is_set
               ? arena_printf(saying->arena, "%s..%s", period_show(first, begin),
                              period_show(last, period_last(stretch->last)))
               : NULL;
}

static const char *say_form(const struct saying *saying)
{
    enum form form = saying->app->lens.form;

    return form == FORM_LEVEL ? NULL : form_word(form);
}

static const char *say_log(const struct saying *saying)
{
    return saying->app->lens.has_log ? "" : NULL;
}

/* A column begins with its largest figure, everything else with its first. */
static const char *key_word(const struct saying *saying, struct sort_key key)
{
    static const char *const words[] = {
        [SORT_FILE] = "file", [SORT_NAME] = "name", [SORT_CODE] = "code"};
    bool is_column = key.kind == SORT_COLUMN;

    return arena_printf(
        saying->arena, "%s%s", key.is_descending == is_column ? "" : "-",
        is_column ? column_spec_id(&saying->app->dataset, key.column, saying->arena)
                  : words[key.kind]);
}

static const char *say_sort(const struct saying *saying)
{
    const struct query *query = &saying->app->lens.query;
    const struct sort_key *natural = &saying->natural.sort;
    const char *list;

    if (!query->then_count && query->sort.is_descending == natural->is_descending &&
        sort_key_equal(query->sort, *natural))
        return NULL;
    list = key_word(saying, query->sort);
    for (size_t i = 0; i < query->then_count; i++)
        list = arena_printf(saying->arena, "%s,%s", list,
                            key_word(saying, query->then[i]));
    return list;
}

static const char *say_top(const struct saying *saying)
{
    size_t limit = saying->app->lens.query.limit;

    return limit ? arena_printf(saying->arena, "%zu", limit) : NULL;
}

static const char *say_currency(const struct saying *saying)
{
    const char *currency = saying->app->lens.query.currency;

    return is_foreign(&saying->app->dataset, currency) ? currency : NULL;
}

static const char *say_scale(const struct saying *saying)
{
    static const char *const words[] = {
        [0] = "one", [3] = "thousand", [4] = "wan", [6] = "mn",
        [8] = "yi",  [9] = "bn",       [12] = "tn"};
    const struct query *query = &saying->app->lens.query;
    size_t scale = query->scale < 0 ? SIZE_MAX : (size_t)query->scale;

    return query->has_scale && scale < sizeof(words) / sizeof(words[0]) ? words[scale]
                                                                        : NULL;
}

static const char *say_one_scale(const struct saying *saying)
{
    return saying->app->lens.has_one_scale ? "" : NULL;
}

static const char *say_row_scale(const struct saying *saying)
{
    return saying->app->lens.has_row_scale ? "" : NULL;
}

static const char *say_answer(const struct saying *saying, enum option_number option)
{
    return answers_words(question_answers(saying->app), option, saying->arena);
}

static const char *say_unit(const struct saying *saying)
{
    return say_answer(saying, OPTION_UNIT);
}

static const char *say_decimal(const struct saying *saying)
{
    return say_answer(saying, OPTION_DECIMAL);
}

static const char *say_map(const struct saying *saying)
{
    return say_answer(saying, OPTION_MAP);
}

static const char *say_revise(const struct saying *saying)
{
    return say_answer(saying, OPTION_REVISE);
}

static const char *say_repeats(const struct saying *saying)
{
    return say_answer(saying, OPTION_REPEATS);
}

static const char *say_periods(const struct saying *saying)
{
    return say_answer(saying, OPTION_PERIODS);
}

static const char *say_dates(const struct saying *saying)
{
    return say_answer(saying, OPTION_DATES);
}

static const char *say_encoding(const struct saying *saying)
{
    return say_answer(saying, OPTION_ENCODING);
}

static const char *say_lang(const struct saying *saying)
{
    const struct app *app = saying->app;

    return language_is_same(app->language, language_of_locale(app->look.is_ascii))
               ? NULL
               : app->language;
}

static struct query natural_of(const struct app *app, struct arena *arena)
{
    struct diag_list unused = {.arena = arena};
    struct query natural = query_new(&app->dataset);

    query_read_rows(&natural, &app->dataset, id_of_rows(app), &unused);
    memcpy(natural.within, app->lens.query.within, sizeof(natural.within));
    words_fit_level(&natural, &app->dataset);
    return natural;
}

void words_of(const struct app *app, const char *text[OPTION_COUNT],
              struct arena *arena)
{
    static const struct {
        enum option_number option;
        const char *(*say)(const struct saying *saying);
    } words[] = {
#define X(option, name) {OPTION_##option, say_##name},
        WORDS(X)
#undef X
    };
    struct saying saying = {app, natural_of(app, arena), arena};

    for (size_t i = 0; i < OPTION_COUNT; i++)
        text[i] = NULL;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        text[words[i].option] = words[i].say(&saying);
}
