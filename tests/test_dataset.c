#include "core/model/dataset.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

static const char partners[] =
    "title: T\n"
    "unit: {currency: CNY, scale: 4}\n"
    "dimensions:\n"
    "  partner:\n"
    "    levels: [world, continent, country]\n"
    "    groups: [{code: EU, name: Union}]\n"
    "    members:\n"
    "      - {code: \"01\", parent: EUR, groups: [EU], name: {en: One, zh: 一}}\n"
    "      - {code: NES, parent: W, level: country, residual: true}\n"
    "      - {code: EUR, parent: W}\n"
    "      - {code: W, name: World}\n"
    "columns: [period, partner, exports, imports, flag, note, vintage]\n"
    "observations:\n"
    "  - [2024, W, 10, 18.25, ~, ~, ~]\n"
    "  - [2023, \"01\", -, c, bp, early, 2025-01]\n"
    "  - [2024, 01, <, ~, ~, ~, ~]\n"
    "  - [2022, NES, 0, \"-7.5\", p, ~, ~]\n";

static uint32_t member(const struct dimension *dimension, const char *code)
{
    uint32_t found = dict_find(&dimension->codes, code, strlen(code));

    cr_assert_neq(found, DICT_NONE);
    return found;
}

Test(dataset, members_have_levels_parents_groups_and_names)
{
    struct dataset dataset = {0};
    const struct dimension *partner;
    const struct member *one;

    sample_load(&dataset, partners);
    partner = &dataset.dimension[dataset_dimension(&dataset, "partner")];
    one = &partner->members[member(partner, "01")];
    cr_expect_eq(partner->member_count, 5);
    cr_expect_eq(one->level, 2);
    cr_expect_eq(one->parent, member(partner, "EUR"));
    cr_expect_eq(one->group_count, 1);
    cr_expect(one->has_rows);
    cr_expect_not(partner->members[member(partner, "EUR")].has_rows);
    cr_expect_eq(partner->members[member(partner, "EU")].level, LEVEL_NONE);
    cr_expect(partner->members[member(partner, "NES")].is_residual);
    cr_expect_eq(dimension_whole(partner), member(partner, "W"));
    cr_expect_eq(dimension_level(partner, "continent"), 1);
    cr_expect_eq(dimension_level(partner, "province"), SIZE_MAX);
    cr_expect_str_eq(member_name(partner, member(partner, "01"), "zh"), "一");
    cr_expect_str_eq(member_name(partner, member(partner, "EUR"), "zh"), "EUR");
    dataset_close(&dataset);
}

Test(dataset, within_is_by_parent_and_by_group)
{
    struct dataset dataset = {0};
    const struct dimension *partner;

    sample_load(&dataset, partners);
    partner = &dataset.dimension[0];
    cr_expect(member_is_within(partner, member(partner, "01"), member(partner, "W")));
    cr_expect(member_is_within(partner, member(partner, "01"), member(partner, "EU")));
    cr_expect_not(
        member_is_within(partner, member(partner, "NES"), member(partner, "EU")));
    cr_expect_not(
        member_is_within(partner, member(partner, "W"), member(partner, "W")));
    dataset_close(&dataset);
}

Test(dataset, absences_are_kept_apart_and_numbers_are_in_base_units)
{
    struct dataset dataset = {0};
    size_t exports;
    size_t imports;

    sample_load(&dataset, partners);
    exports = dataset_measure(&dataset, "exports");
    imports = dataset_measure(&dataset, "imports");
    cr_expect_eq(dataset_value(&dataset, exports, 0).number, 100000);
    cr_expect_eq(dataset_value(&dataset, imports, 0).number, 182500);
    cr_expect_eq(dataset_value(&dataset, exports, 0).origin, ORIGIN_PUBLISHED);
    cr_expect_eq(dataset_value(&dataset, exports, 1).absence, ABSENCE_NOT_APPLICABLE);
    cr_expect_eq(dataset_value(&dataset, imports, 1).absence, ABSENCE_CONFIDENTIAL);
    cr_expect_eq(dataset_value(&dataset, exports, 2).absence, ABSENCE_ROUNDED);
    cr_expect_eq(dataset_value(&dataset, imports, 2).absence, ABSENCE_NOT_AVAILABLE);
    cr_expect_eq(dataset_value(&dataset, exports, 3).absence, ABSENCE_NONE);
    cr_expect_eq(dataset_value(&dataset, exports, 3).number, 0);
    cr_expect_eq(dataset_value(&dataset, imports, 3).number, -75000);
    cr_expect_str_eq(
        dataset.texts[ATTRIBUTE_FLAG].text[dataset_value(&dataset, exports, 1).flag],
        "bp");
    cr_expect_str_eq(
        dataset.texts[ATTRIBUTE_REMARK]
            .text[codes_get_sparse(&dataset.attribute[ATTRIBUTE_REMARK], 1)],
        "early");
    cr_expect_str_eq(
        dataset.texts[ATTRIBUTE_VINTAGE]
            .text[codes_get_sparse(&dataset.attribute[ATTRIBUTE_VINTAGE], 1)],
        "2025-01");
    dataset_close(&dataset);
}

Test(dataset, columns_are_whole_numbers_narrow_and_sorted)
{
    struct dataset dataset = {0};
    const struct measure *imports;

    sample_load(&dataset, partners);
    imports = &dataset.measure[1];
    cr_expect(imports->is_scaled);
    cr_expect_eq(imports->decimals, 2);
    cr_expect_eq(imports->shown_decimals, 2);
    cr_expect_eq(imports->column.data[0], 1825);
    cr_expect(isnan(imports->column.data[1]));
    cr_expect_eq(dataset.dimension[0].column.width, 1);
    cr_expect_eq(dataset.period_count, 3);
    cr_expect_eq(dataset.periods[0].index, 2022);
    cr_expect_eq(codes_get(&dataset.period, 0), 2);
    cr_expect_eq(sequence_get(&dataset.line, 3), 17);
    dataset_close(&dataset);
}

Test(dataset, closing_nothing_is_harmless)
{
    struct dataset dataset = {0};

    dataset_close(&dataset);
    dataset_close(&dataset);
    cr_expect_eq(dataset.observation_count, 0);
}

/* Flows have names that people read; a title of the file's own goes before them. */
Test(dataset, flows_without_a_title_have_names)
{
    struct arena arena = {0};
    struct measure re = {.id = "re_exports"};
    struct measure other = {.id = "tonnes"};

    cr_expect_str_eq(measure_title(&re, "en"), "Re-exports");
    cr_expect_str_eq(measure_word(&re, "en"), "re-exports");
    cr_expect_str_eq(measure_title(&other, "en"), "tonnes");
    cr_expect_str_eq(measure_word(&other, "en"), "tonnes");
    label_add(&re.title, &arena, "", "Of foreign goods");
    cr_expect_str_eq(measure_title(&re, "en"), "Of foreign goods");
    arena_clear(&arena);
}
