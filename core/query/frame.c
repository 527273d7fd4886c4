#include "core/query/frame.h"

#include "core/base/translate.h"
#include "core/query/alike.h"
#include "core/query/cube_store.h"
#include "core/query/frame_internal.h"
#include "core/query/indicator_common.h"

#include <math.h>
#include <string.h>

/* Those who copy the frame's query may live longer than what is kept. */
static struct cubes_kept *kept_of(const struct making *making)
{
    struct cube_store *store = making->frame->query.cubes;

    making->frame->query.cubes = NULL;
    return store ? cube_store_find(store, making->dataset, making->query) : NULL;
}

static const struct cube *all_cubes(const struct making *making)
{
    struct cube *cubes =
        ARENA_ARRAY(making->arena, struct cube, making->dataset->measure_count);

    cubes_new(making->dataset, making->query, cubes, making->arena);
    return cubes;
}

static struct folded *all_folded(const struct making *making)
{
    struct folded_store *store = making->frame->query.folded;

    making->frame->query.folded = NULL;
    if (!making->rows)
        return NULL;
    return store ? folded_get(store, making->dataset, making->query->rows)
                 : folded_new(making->rows, making->arena);
}

/* "country" -> "countries"; good enough for the ids of levels and dimensions. */
static const char *plural(struct arena *arena, const char *word)
{
    size_t length = strlen(word);

    if (length && word[length - 1] == 's')
        return word;
    if (length > 1 && word[length - 1] == 'y' && !strchr("aeiou", word[length - 2]))
        return arena_printf(arena, "%.*sies", (int)length - 1, word);
    return arena_printf(arena, "%ss", word);
}

/* The plurals of ids that have a translation; others stay as the file has them. */
static const char *translated(const char *noun)
{
    static const char *const known[] = {
        NC_("rows", "partners"),   NC_("rows", "countries"),
        NC_("rows", "continents"), NC_("rows", "regions"),
        NC_("rows", "worlds"),     NC_("rows", "reporters"),
        NC_("rows", "products"),   NC_("rows", "commodities"),
        NC_("rows", "sections"),   NC_("rows", "chapters"),
        NC_("rows", "headings"),   NC_("rows", "subheadings"),
        NC_("rows", "items"),      NC_("rows", "modes"),
        NC_("rows", "totals"),     NC_("rows", "provinces"),
        NC_("rows", "areas"),      NC_("rows", "customs"),
        NC_("rows", "years"),      NC_("rows", "half-years"),
        NC_("rows", "quarters"),   NC_("rows", "months"),
        NC_("rows", "weeks"),      NC_("rows", "days"),
    };

    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (strcmp(known[i], noun) == 0)
            return C_("rows", known[i]);
    return noun;
}

/* Elsewhere than in English the file's own title is the word, where it has one. */
static const char *noun_from(const struct making *making, const struct label *title,
                             const char *id)
{
    const char *language = making->query->language;
    const char *own = strncmp(language, "en", 2) != 0 && translate_has(language)
                          ? label_in(title, language)
                          : NULL;

    return own ? own : translated(plural(making->arena, id));
}

/* What the rows are called: the dimension at its finest level, else the level. */
static const char *noun_of(const struct making *making)
{
    const struct query *query = making->query;
    const struct dimension *rows = making->rows;

    if (!making->rows && making->dataset->step)
        return translated("years"); /* a part of each */
    if (!making->rows)
        return making->dataset->period_count
                   ? translated(
                         plural(making->arena,
                                frequency_noun(making->dataset->periods[0].frequency)))
                   : C_("rows", "periods");
    if (query->level == LEVEL_GROUPS)
        return C_("rows", "groups");
    /* Levels that nobody named are numbers. */
    if (query->level == LEVEL_FINEST || query->level + 1 >= making->rows->level_count ||
        strspn(making->rows->level[query->level], "0123456789"))
        return noun_from(making, &rows->title, rows->id);
    return noun_from(making, &rows->level_title[query->level],
                     rows->level[query->level]);
}

static bool is_scaled(const struct frame *frame, const struct frame_column *column)
{
    return !column->is_percent && !column->is_plain &&
           (!indicator_ops(column->spec.indicator)->is_per_measure ||
            column->spec.measure == frame->exports ||
            column->spec.measure == frame->imports);
}

static double larger(double largest, struct value value)
{
    return value_is_number(value) && fabs(value.number) > largest ? fabs(value.number)
                                                                  : largest;
}

void making_largest(struct making *making)
{
    struct frame *frame = making->frame;

    for (size_t c = 0; c < making->scaled_columns; c++) {
        const struct frame_column *column = &frame->columns[c];
        const struct row_column *rows = row_set_column(making, column);
        if (!is_scaled(frame, column))
            continue;
        frame->largest = larger(frame->largest, rows->extremes.low);
        frame->largest = larger(frame->largest, rows->extremes.high);
        if (frame->total.values)
            frame->largest = larger(frame->largest, frame->total.values[c]);
    }
    if (frame->column_count)
        frame->filter_scale =
            making->query->filter_scale
                ? *making->query->filter_scale
                : frame_scale(frame, making->query->scale_language
                                         ? making->query->scale_language
                                         : making->query->language);
}

struct unit frame_unit(const struct frame *frame)
{
    size_t column =
        frame_column(frame, (struct column_spec){INDICATOR_FIGURE, frame->exports});

    return column == SIZE_MAX ? frame->dataset->measure[frame->exports].unit
                              : frame->columns[column].unit;
}

int frame_scale(const struct frame *frame, const char *language)
{
    return frame->query.has_scale
               ? frame->query.scale
               : unit_scale_in(frame_unit(frame), frame->largest, language);
}

/* The cubes and the rows, from before or new. */
static void find_rows(struct making *making)
{
    struct cubes_kept *kept = kept_of(making);
    struct row_set *set;

    making->cubes = kept ? kept->cubes : all_cubes(making);
    making->folded = all_folded(making);
    making->frame->filter =
        filter_read_with(making->dataset, making->query->rows, making->query->filter,
                         making->folded, making->arena);
    making_flows(making);
    set = kept ? row_store_get(&kept->rows_of, making, kept->used)
               : row_set_new(making,
                             making->rows ? row_list_new(making, making->arena) : NULL,
                             making->arena);
    making->set = set;
    making->whole = set->whole;
    making->whole_figures = set->whole_figures;
    making->lazy = set->lazy;
    making->ranks = set->ranks;
    making->spans = set->spans;
}

struct frame *frame_new(const struct dataset *dataset, const struct query *query,
                        struct arena *arena)
{
    struct frame *frame = ARENA_NEW(arena, struct frame);
    struct making *making = ARENA_NEW(arena, struct making);

    frame->dataset = dataset;
    frame->query = *query;
    frame->making = making;
    frame->rows_overlap =
        query->rows != ROWS_PERIOD &&
        (query->level == LEVEL_GROUPS || dataset->dimension[query->rows].is_apart);
    *making = (struct making){
        .dataset = dataset,
        .query = &frame->query,
        .frame = frame,
        .arena = arena,
        .rows = query->rows == ROWS_PERIOD ? NULL : &dataset->dimension[query->rows],
        .whole = MEMBER_NONE,
        .parts = query_parts(query, dataset),
    };
    making->top = making->rows ? dimension_whole(making->rows) : MEMBER_NONE;
    find_rows(making);
    making_columns(making);
    making_column_values(making);
    making_rows(making);
    making_sort(making);
    frame->noun = noun_of(making);
    return frame;
}

size_t frame_column(const struct frame *frame, struct column_spec spec)
{
    for (size_t i = 0; i < frame->column_count; i++)
        if (column_spec_equal(frame->columns[i].spec, spec))
            return i;
    return SIZE_MAX;
}

struct value frame_cell(const struct frame *frame, const struct frame_row *row,
                        size_t column)
{
    if (column >= frame->column_count)
        return value_missing(ABSENCE_NO_ROW);
    if (row->values)
        return row->values[column];
    return row->number ? frame->columns[column].values[row->number - 1]
                       : value_missing(ABSENCE_NO_ROW);
}

struct value frame_value(const struct frame *frame, const struct frame_row *row,
                         struct column_spec spec)
{
    return frame_cell(frame, row, frame_column(frame, spec));
}

struct value frame_exports(const struct frame *frame, const struct frame_row *row)
{
    return frame_value(frame, row,
                       (struct column_spec){INDICATOR_FIGURE, frame->exports});
}

struct value frame_imports(const struct frame *frame, const struct frame_row *row)
{
    return frame_value(frame, row,
                       (struct column_spec){INDICATOR_FIGURE, frame->imports});
}

struct value frame_balance(const struct frame *frame, const struct frame_row *row)
{
    return frame_value(frame, row, (struct column_spec){INDICATOR_BALANCE, 0});
}

const char *frame_compared_words(const struct frame *frame, struct value value,
                                 struct arena *arena)
{
    const struct making making = {.query = &frame->query, .arena = arena};
    const struct dataset *dataset = frame->dataset;
    size_t d = alike_dimension(dataset);

    if (d == SIZE_MAX)
        return "";
    return arena_printf(
        arena, _("the same %u %s"), value_compared(value),
        noun_from(&making, &dataset->dimension[d].title, dataset->dimension[d].id));
}

const char *frame_unlike_words(const struct frame *frame, const struct frame_row *row)
{
    struct value exports = frame_exports(frame, row);
    struct value imports = frame_imports(frame, row);

    if (!frame->has_imports || flows_are_alike(exports, imports))
        return NULL;
    if (exports.origin == ORIGIN_PUBLISHED)
        return _("exports as published, imports a sum");
    if (imports.origin == ORIGIN_PUBLISHED)
        return _("imports as published, exports a sum");
    return _("exports and imports added up in two ways");
}

struct value frame_growth(const struct frame *frame, const struct frame_row *row,
                          size_t measure)
{
    return frame_value(frame, row, (struct column_spec){INDICATOR_GROWTH, measure});
}

size_t frame_counted(const struct frame *frame)
{
    size_t count = frame->row_count;

    while (count && frame->rows[count - 1].kind == ROW_UNALLOCATED)
        count--;
    return count;
}

size_t frame_find(const struct frame *frame, uint32_t member, uint32_t period)
{
    uint32_t number = row_set_find(frame->making->set,
                                   frame->query.rows == ROWS_PERIOD ? period : member);

    return number && frame->places[number - 1] ? frame->places[number - 1] - 1
                                               : SIZE_MAX;
}
