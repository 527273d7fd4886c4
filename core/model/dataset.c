#include "core/model/dataset.h"

#include "core/base/number.h"
#include "core/base/translate.h"
#include "core/model/gaps.h"

#include <string.h>

static void attributes_close(struct codes attribute[ATTRIBUTE_COUNT])
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        codes_close(&attribute[i]);
}

void dataset_close(struct dataset *dataset)
{
    /* Whatever is open, something was taken from the arena before. */
    if (!dataset->arena.newest)
        return;
    for (size_t i = 0; i < DIMENSION_MAX; i++) {
        codes_close(&dataset->dimension[i].column);
        dict_close(&dataset->dimension[i].codes);
    }
    for (size_t i = 0; i < dataset->measure_count; i++) {
        numbers_close(&dataset->measure[i].column);
        codes_close(&dataset->measure[i].absence);
        attributes_close(dataset->measure[i].attribute);
        codes_close(&dataset->measure[i].covered);
    }
    codes_close(&dataset->period);
    attributes_close(dataset->attribute);
    codes_close(&dataset->file);
    sequence_close(&dataset->line);
    codes_close(&dataset->origin);
    gaps_close(dataset->gaps);
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        dict_close(&dataset->texts[i]);
    arena_clear(&dataset->arena);
    *dataset = (struct dataset){0};
}

/* What ids of flows are called where a file has no title for them. */
static const struct {
    const char *id;
    const char *title;
    const char *word;
} flow_names[] = {
    {"exports", N_("Exports"), N_("exports")},
    {"imports", N_("Imports"), N_("imports")},
    {"re_exports", N_("Re-exports"), N_("re-exports")},
    {"re_imports", N_("Re-imports"), N_("re-imports")},
    {"domestic_exports", N_("Domestic exports"), N_("domestic exports")},
    {"imports_value_for_duty", N_("Imports, value for duty"),
     N_("imports, value for duty")},
};

/* The number of its names, SIZE_MAX for none. */
static size_t find_names(const char *id)
{
    for (size_t i = 0; i < sizeof(flow_names) / sizeof(flow_names[0]); i++)
        if (strcmp(id, flow_names[i].id) == 0)
            return i;
    return SIZE_MAX;
}

const char *measure_title(const struct measure *measure, const char *language)
{
    const char *title = label_pick(&measure->title, language);
    size_t names = find_names(measure->id);

    if (title)
        return title;
    return names == SIZE_MAX ? measure->id : _(flow_names[names].title);
}

/* English is what ids are in. */
static const char *word_in(const struct label *title, const char *id,
                           const char *language)
{
    const char *own =
        strncmp(language, "en", 2) == 0 ? NULL : label_in(title, language);

    return own ? own : id;
}

const char *measure_word(const struct measure *measure, const char *language)
{
    size_t names = find_names(measure->id);

    if (names != SIZE_MAX &&
        (strcmp(measure->id, "exports") == 0 || strcmp(measure->id, "imports") == 0 ||
         label_is_empty(&measure->title)))
        return _(flow_names[names].word);
    return word_in(&measure->title, measure->id, language);
}

/* What tables are usually by; in English the id itself is the word. */
static const char *usual_word(const char *id)
{
    static const char *const usual[] = {
        NC_("dimension", "partner"), NC_("dimension", "reporter"),
        NC_("dimension", "product"), NC_("dimension", "commodity"),
        NC_("dimension", "country"), NC_("dimension", "region"),
        NC_("dimension", "customs"), NC_("dimension", "mode"),
    };

    for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
        if (strcmp(id, usual[i]) == 0)
            return C_("dimension", usual[i]);
    return id;
}

const char *dimension_word(const struct dimension *dimension, const char *language)
{
    return word_in(&dimension->title, usual_word(dimension->id), language);
}

bool event_breaks(const struct dataset *dataset, const struct event *event,
                  size_t measure, uint64_t parts)
{
    size_t below = event->below ? dataset_dimension(dataset, event->below) : SIZE_MAX;

    if (!event->is_break || !(event->breaks >> measure & 1))
        return false;
    return !event->below || (below != SIZE_MAX && (parts >> below & 1));
}

const char *dataset_release(const struct dataset *dataset, uint32_t file)
{
    return file < dataset->release_count ? dataset->releases[file] : NULL;
}

struct value dataset_superseded(const struct dataset *dataset,
                                const struct superseded *superseded)
{
    const struct measure *measure = &dataset->measure[superseded->measure];

    if (superseded->absence != ABSENCE_NONE)
        return value_missing(superseded->absence);
    return value_derived(number_scale(superseded->stated, measure->unit.scale));
}

size_t dataset_measure(const struct dataset *dataset, const char *id)
{
    for (size_t i = 0; i < dataset->measure_count; i++)
        if (strcmp(dataset->measure[i].id, id) == 0)
            return i;
    return SIZE_MAX;
}

size_t dataset_dimension(const struct dataset *dataset, const char *id)
{
    for (size_t i = 0; i < dataset->dimension_count; i++)
        if (strcmp(dataset->dimension[i].id, id) == 0)
            return i;
    return SIZE_MAX;
}

const char *understood_unread(const struct dataset *dataset, struct arena *arena)
{
    const char *list = "";

    for (size_t i = 0; i < dataset->understood_count; i++)
        if (!dataset->understood[i].meaning)
            list = arena_printf(arena, "%s%s%s", list, *list ? ", " : "",
                                dataset->understood[i].heading);
    return list;
}

uint32_t dataset_attribute(const struct dataset *dataset, enum attribute attribute,
                           size_t measure, size_t observation)
{
    const struct measure *of = &dataset->measure[measure];
    uint32_t own = codes_get_sparse(&of->attribute[attribute], observation);
    uint32_t shared = codes_get_sparse(&dataset->attribute[attribute], observation);

    if (own || !shared)
        return own;
    return codes_get_sparse(&of->absence, observation) == ABSENCE_NO_ROW ? 0 : shared;
}

const char *dataset_attribute_text(const struct dataset *dataset,
                                   enum attribute attribute, uint32_t number)
{
    const struct dict *texts = &dataset->texts[attribute];

    return number < texts->count ? texts->text[number] : "";
}

bool dataset_has_own(const struct dataset *dataset, enum attribute attribute)
{
    for (size_t m = 0; m < dataset->measure_count; m++)
        if (dataset->measure[m].attribute[attribute].count)
            return true;
    return false;
}

const char *attribute_word(enum attribute attribute)
{
    static const char *const words[ATTRIBUTE_COUNT] = {"flag", "note", "vintage"};

    return words[attribute];
}

enum absence dataset_absence(const struct dataset *dataset, size_t measure,
                             size_t observation)
{
    return (enum absence)codes_get_sparse(&dataset->measure[measure].absence,
                                          observation);
}

uint32_t dataset_file(const struct dataset *dataset, size_t observation)
{
    return codes_get_sparse(&dataset->file, observation);
}

struct source_pos dataset_place(const struct dataset *dataset, size_t observation)
{
    uint32_t file = dataset_file(dataset, observation);

    return (struct source_pos){
        .file = file < dataset->file_count ? dataset->files[file] : dataset->path,
        .line = sequence_get(&dataset->line, observation),
    };
}

struct value dataset_value(const struct dataset *dataset, size_t measure,
                           size_t observation)
{
    const struct measure *of = &dataset->measure[measure];
    struct value value = {
        .flag = dataset_attribute(dataset, ATTRIBUTE_FLAG, measure, observation) &
                VALUE_FLAG_MOST,
        .covered = (uint16_t)codes_get_sparse(&of->covered, observation),
    };

    value.absence = dataset_absence(dataset, measure, observation);
    if (value.absence != ABSENCE_NONE)
        return value;
    value.number =
        number_scale(of->column.data[observation], of->unit.scale - of->decimals);
    value.origin = ORIGIN_PUBLISHED;
    return value;
}

static uint32_t find_whole(const struct dimension *dimension)
{
    uint32_t whole = MEMBER_NONE;

    for (uint32_t i = 0; i < dimension->member_count; i++) {
        const struct member *member = &dimension->members[i];

        if (member->level != 0 || member->is_residual || member->parent != MEMBER_NONE)
            continue;
        if (whole != MEMBER_NONE)
            return MEMBER_NONE;
        whole = i;
    }
    return whole;
}

static bool find_groups(const struct dimension *dimension)
{
    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (dimension->members[i].is_group)
            return true;
    return false;
}

void dimension_settle(struct dimension *dimension)
{
    for (uint32_t i = 0; i < dimension->member_count; i++) {
        uint32_t parent = dimension->members[i].parent;
        if (parent != MEMBER_NONE)
            dimension->members[parent].has_children = true;
        if (dimension->members[i].taken != TAKEN_AS_SAID)
            dimension->has_taken = true;
    }
    dimension->whole = find_whole(dimension);
    dimension->has_groups = find_groups(dimension);
    dimension->is_settled = true;
}

bool dimension_has_groups(const struct dimension *dimension)
{
    return dimension->is_settled ? dimension->has_groups : find_groups(dimension);
}

uint32_t dimension_whole(const struct dimension *dimension)
{
    return dimension->is_settled ? dimension->whole : find_whole(dimension);
}

uint32_t dimension_standing(const struct dimension *dimension)
{
    if (!dimension->is_apart)
        return dimension_whole(dimension);
    for (uint32_t i = 0; i < dimension->member_count; i++)
        if (dimension->members[i].has_rows && !dimension->members[i].is_group)
            return i;
    return MEMBER_NONE;
}

size_t dimension_level(const struct dimension *dimension, const char *id)
{
    for (size_t i = 0; i < dimension->level_count; i++)
        if (strcmp(dimension->level[i], id) == 0)
            return i;
    return SIZE_MAX;
}

const char *member_name(const struct dimension *dimension, uint32_t member,
                        const char *language)
{
    const char *name = label_pick(&dimension->members[member].name, language);

    return name ? name : dimension->members[member].code;
}

static bool is_in_group(const struct member *member, uint32_t group)
{
    for (size_t i = 0; i < member->group_count; i++)
        if (member->groups[i] == group)
            return true;
    return false;
}

bool member_is_within(const struct dimension *dimension, uint32_t member,
                      uint32_t ancestor)
{
    while (member != MEMBER_NONE) {
        const struct member *at = &dimension->members[member];

        if (at->parent == ancestor || is_in_group(at, ancestor))
            return true;
        member = at->parent;
    }
    return false;
}
