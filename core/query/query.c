#include "core/query/query.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/query/convert.h"
#include "core/query/frame.h"
#include "core/query/indicator_spec.h"
#include "core/query/start.h"

#include <string.h>

static struct sort_key largest_first(const struct dataset *dataset)
{
    struct column_spec specs[MEASURE_MAX + INDICATOR_COUNT];
    size_t count = frame_column_specs(dataset, specs, sizeof(specs) / sizeof(specs[0]));
    struct sort_key key = {SORT_FILE, {0}, false};

    for (size_t i = 0; i < count; i++)
        if (i == 0 || specs[i].indicator == INDICATOR_TOTAL)
            key = (struct sort_key){SORT_COLUMN, specs[i], true};
    return key;
}

static void set_rows(struct query *query, const struct dataset *dataset, size_t rows)
{
    query->rows = rows;
    query->level = LEVEL_FINEST;
    query->then_count = 0;
    if (rows != ROWS_PERIOD) {
        query->sort = largest_first(dataset);
        if (dataset->period_count) {
            struct start start = start_new(dataset, rows);
            query->level = start.level;
            query->period = start.period;
        }
        return;
    }
    query->sort = (struct sort_key){.kind = SORT_FILE, .is_descending = true};
    if (dataset->period_count) {
        query->period = dataset->periods[0];
        query->last_period = dataset->periods[dataset->period_count - 1];
    }
}

/* The first dimension whose members are parts of a whole; else the first, or none. */
static size_t first_rows(const struct dataset *dataset)
{
    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (!dataset->dimension[d].is_apart)
            return d;
    return dataset->period_count > 1 || !dataset->dimension_count ? ROWS_PERIOD : 0;
}

struct query query_new(const struct dataset *dataset)
{
    struct query query = {.language = "en"};

    for (size_t d = 0; d < DIMENSION_MAX; d++)
        query.within[d] = MEMBER_NONE;
    if (dataset->period_count)
        query.last_period = dataset->periods[dataset->period_count - 1];
    set_rows(&query, dataset, first_rows(dataset));
    return query;
}

uint32_t query_member(const struct dataset *dataset, const struct query *query,
                      size_t dimension)
{
    uint32_t within = query->within[dimension];

    return within != MEMBER_NONE || dimension == query->rows
               ? within
               : dimension_standing(&dataset->dimension[dimension]);
}

size_t query_level_below(const struct dataset *dataset, const struct query *query,
                         uint32_t member)
{
    const struct dimension *dimension;
    size_t finest = LEVEL_FINEST;

    if (query->rows == ROWS_PERIOD || member == MEMBER_NONE)
        return LEVEL_FINEST;
    dimension = &dataset->dimension[query->rows];
    if (dimension->is_settled && !dimension->members[member].is_group &&
        !dimension->members[member].has_children)
        return LEVEL_FINEST;
    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (!dimension->members[i].is_group && member_is_within(dimension, i, member) &&
            (finest == LEVEL_FINEST || dimension->members[i].level < finest))
            finest = dimension->members[i].level;
    return finest;
}

/* Says that a word is not known, which would do, and which was probably meant. */
static bool unknown(struct diag_list *diags, const char *what, const char *word,
                    const char *const *words, size_t count)
{
    const char *closest = text_closest(word, words, count);
    const char *list = "";

    for (size_t i = 0; i < count; i++)
        list = arena_printf(diags->arena, "%s%s%s", list, i ? ", " : "", words[i]);
    if (closest)
        return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                          _("unknown %s '%s'; did you mean '%s'?"), _(what), word,
                          closest);
    return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                      _("unknown %s '%s'; this file has: %s"), _(what), word, list);
}

bool query_read_rows(struct query *query, const struct dataset *dataset,
                     const char *word, struct diag_list *diags)
{
    const char *words[DIMENSION_MAX + 1];
    size_t dimension = dataset_dimension(dataset, word);

    if (strcmp(word, "period") == 0)
        dimension = ROWS_PERIOD;
    else if (dimension == SIZE_MAX) {
        for (size_t d = 0; d < dataset->dimension_count; d++)
            words[d] = dataset->dimension[d].id;
        words[dataset->dimension_count] = "period";
        return unknown(diags, N_("dimension"), word, words,
                       dataset->dimension_count + 1);
    }
    set_rows(query, dataset, dimension);
    return true;
}

bool query_read_level(struct query *query, const struct dataset *dataset,
                      const char *word, struct diag_list *diags)
{
    const char *words[LEVEL_MAX + 2];
    const struct dimension *dimension;
    size_t count;

    if (query->rows == ROWS_PERIOD)
        return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                          _("periods have no levels; choose a dimension with --by"));
    dimension = &dataset->dimension[query->rows];
    if (strcmp(word, "finest") == 0 || strcmp(word, "groups") == 0) {
        query->level = *word == 'f' ? LEVEL_FINEST : LEVEL_GROUPS;
        return true;
    }
    query->level = dimension_level(dimension, word);
    if (query->level != SIZE_MAX)
        return true;
    for (count = 0; count < dimension->level_count; count++)
        words[count] = dimension->level[count];
    words[count++] = "groups";
    words[count++] = "finest";
    return unknown(diags, N_("level"), word, words, count);
}

/* Whether a period is asked for: it is in the range, or all of the range is in it,
 * which joined months may be. */
static bool is_asked(struct period period, struct period first, struct period last)
{
    return (period.frequency >= first.frequency && period_is_in(period, first, last)) ||
           (period.more && period_contains(period, period_join(first, last)));
}

/* With periods as rows the range counts; else its last period that has figures. */
static bool set_period(struct query *query, const struct dataset *dataset,
                       struct period first, struct period last)
{
    bool has_any = false;

    for (uint32_t i = 0; i < dataset->period_count; i++) {
        struct period period = dataset->periods[i];
        if (!is_asked(period, first, last))
            continue;
        if (!has_any || query->rows != ROWS_PERIOD)
            query->period = period;
        query->last_period = period;
        has_any = true;
    }
    return has_any;
}

bool query_read_period(struct query *query, const struct dataset *dataset,
                       const char *word, struct diag_list *diags)
{
    struct source_pos at = {"entrepot", 0, 0};
    struct period first;
    struct period last;
    char a[PERIOD_SHOWN_MAX];
    char b[PERIOD_SHOWN_MAX];

    if (!period_read_range(word, strlen(word), &first, &last))
        return diag_error(diags, at,
                          _("'%s' is no period; write 2024, 2024-Q3, 2024-07 or "
                            "2020..2024"),
                          word);
    if (!dataset->period_count)
        return diag_error(diags, at, _("this file has no periods"));
    period_show(a, dataset->periods[0]);
    period_show(b, dataset->periods[dataset->period_count - 1]);
    if (set_period(query, dataset, first, last))
        return true;
    if (dataset->period_count == 1)
        return diag_error(diags, at, _("no figures for '%s'; this file has %s"), word,
                          a);
    return diag_error(diags, at, _("no figures for '%s'; this file has %s to %s"), word,
                      a, b);
}

bool query_read_currency(struct query *query, const struct dataset *dataset,
                         const char *word, struct diag_list *diags)
{
    const char *codes[32];
    size_t count = currencies_of(dataset, codes, sizeof(codes) / sizeof(codes[0]));

    for (size_t i = 0; i < count; i++) {
        if (strcmp(codes[i], word) == 0) {
            query->currency = codes[i];
            return true;
        }
    }
    if (count > 1)
        return unknown(diags, N_("currency"), word, codes, count);
    return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                      _("cannot show '%s': this file states no rates; give some with "
                        "--rates=FILE"),
                      word);
}

bool query_read_scale(struct query *query, const char *word, struct diag_list *diags)
{
    static const struct {
        const char *word;
        int scale;
    } scales[] = {
        {"one", 0}, {"thousand", 3}, {"mn", 6}, {"bn", 9}, {"tn", 12},   {"wan", 4},
        {"yi", 8},  {"wanyi", 12},   {"万", 4}, {"亿", 8}, {"万亿", 12},
    };

    query->has_scale = strcmp(word, "auto") != 0;
    query->scale = 0;
    if (!query->has_scale)
        return true;
    for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++) {
        if (strcmp(scales[i].word, word) == 0) {
            query->scale = scales[i].scale;
            return true;
        }
    }
    query->has_scale = false;
    return diag_error(
        diags, (struct source_pos){"entrepot", 0, 0},
        _("unknown scale '%s'; say auto, one, thousand, mn, bn, tn, wan, yi "
          "or wanyi"),
        word);
}

bool sort_key_equal(struct sort_key a, struct sort_key b)
{
    return a.kind == b.kind &&
           (a.kind != SORT_COLUMN || column_spec_equal(a.column, b.column));
}

static bool read_sort_key(const struct dataset *dataset, const char *word,
                          struct sort_key *key, struct diag_list *diags)
{
    struct column_spec spec;
    bool is_reversed = *word == '-';

    word += is_reversed;
    if (strcmp(word, "name") == 0 || strcmp(word, "code") == 0 ||
        strcmp(word, "file") == 0) {
        *key = (struct sort_key){.kind = *word == 'n'   ? SORT_NAME
                                         : *word == 'c' ? SORT_CODE
                                                        : SORT_FILE,
                                 .is_descending = is_reversed};
        return true;
    }
    if (!column_spec_read(dataset, word, &spec, diags))
        return false;
    *key = (struct sort_key){SORT_COLUMN, spec, !is_reversed};
    return true;
}

bool query_read_sort(struct query *query, const struct dataset *dataset,
                     const char *word, struct diag_list *diags)
{
    struct sort_key keys[1 + SORT_THEN_MAX];
    size_t count = 0;

    for (const char *at = word; at; at = strchr(at, ',')) {
        at += at > word;
        if (count == 1 + SORT_THEN_MAX)
            return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                              _("'%s' has too many keys to sort by; at most %d"), word,
                              1 + SORT_THEN_MAX);
        if (!read_sort_key(dataset, arena_copy(diags->arena, at, strcspn(at, ",")),
                           &keys[count], diags))
            return false;
        for (size_t i = 0; i < count; i++)
            if (sort_key_equal(keys[i], keys[count]))
                return diag_error(diags, (struct source_pos){"entrepot", 0, 0},
                                  _("'%s' sorts by the same thing twice"), word);
        count++;
    }
    query->sort = keys[0];
    query->then_count = count - 1;
    memcpy(query->then, keys + 1, (count - 1) * sizeof(keys[0]));
    return true;
}

uint64_t query_parts(const struct query *query, const struct dataset *dataset)
{
    uint64_t parts = 0;

    for (size_t d = 0; d < dataset->dimension_count; d++)
        if (query->within[d] != MEMBER_NONE &&
            query->within[d] != dimension_whole(&dataset->dimension[d]))
            parts |= (uint64_t)1 << d;
    return parts;
}
