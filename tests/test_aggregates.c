/*
 * Totals and blocs that a file puts among its countries without a word.
 */
#include "core/load/load.h"
#include "core/model/aggregates.h"
#include "core/query/concentration.h"
#include "tests/sample.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "title: T\nunit: {currency: USD, scale: 6}\n"
#define COLUMNS "columns: [period, partner, exports, imports]\nobservations:\n"

struct asked {
    struct dataset dataset;
    struct arena arena;
    struct frame *frame;
};

static void ask(struct asked *asked, const char *yaml)
{
    struct query query;

    *asked = (struct asked){.frame = NULL};
    sample_load(&asked->dataset, yaml);
    query = query_new(&asked->dataset);
    asked->frame = frame_new(&asked->dataset, &query, &asked->arena);
}

static void done(struct asked *asked)
{
    arena_clear(&asked->arena);
    dataset_close(&asked->dataset);
}

static const struct member *member(const struct asked *asked, const char *code)
{
    const struct dimension *partner = &asked->dataset.dimension[0];
    uint32_t number = dict_find(&partner->codes, code, strlen(code));

    cr_assert_neq(number, DICT_NONE, "no %s", code);
    return &partner->members[number];
}

static double total(const struct asked *asked, const char *column)
{
    return sample_value(asked->frame, &asked->frame->total, column).number;
}

/* The sum of the rows that count, as a reader of the screen would add them up. */
static double sum_of_rows(const struct frame *frame)
{
    double sum = 0;

    for (size_t i = 0; i < frame->row_count; i++)
        if (frame->rows[i].kind != ROW_GROUP)
            sum += frame_exports(frame, &frame->rows[i]).number;
    return sum;
}

Test(aggregates, every_common_name_of_the_world_is_the_total)
{
    static const char *const names[] = {
        "WLD", "W00", "World", "TOTAL", "Welt",  "世界",          "总计",
        "000", "0",   "001",   "Total", "Monde", "All countries", "总值",
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct arena arena = {0};
        struct asked asked;
        ask(&asked, arena_printf(&arena,
                                 HEAD COLUMNS "- [2024, DEU, 60, 30]\n"
                                              "- [2024, \"%s\", 100, 90]\n"
                                              "- [2024, JPN, 40, 60]\n",
                                 names[i]));
        cr_expect_eq(member(&asked, names[i])->taken, TAKEN_AS_TOTAL, "%s", names[i]);
        cr_expect_eq(asked.frame->row_count, 2, "%s", names[i]);
        cr_expect_eq(total(&asked, "exports"), 100e6, "%s", names[i]);
        cr_expect_eq(frame_cell(asked.frame, &asked.frame->total, 0).origin,
                     ORIGIN_PUBLISHED);
        cr_expect_eq(sum_of_rows(asked.frame), 100e6);
        done(&asked);
        arena_clear(&arena);
    }
}

Test(aggregates, a_bloc_beside_its_members_is_a_group_and_alone_it_is_a_part)
{
    struct asked asked;

    ask(&asked, HEAD COLUMNS "- [2024, World, 100, 90]\n- [2024, EU27_2020, 55, 50]\n"
                             "- [2024, DEU, 30, 30]\n- [2024, FRA, 20, 10]\n"
                             "- [2024, ASEAN, 25, 20]\n- [2024, USA, 20, 20]\n");
    cr_expect_eq(member(&asked, "EU27_2020")->taken, TAKEN_AS_GROUP);
    cr_expect(member(&asked, "EU27_2020")->is_group);
    cr_expect_eq(member(&asked, "EU27_2020")->level, LEVEL_NONE);
    cr_expect_eq(member(&asked, "ASEAN")->taken, TAKEN_AS_SAID);
    /* DEU, FRA, ASEAN, USA and 100 - 95 not allocated. */
    cr_expect_eq(asked.frame->row_count, 5);
    cr_expect_eq(sum_of_rows(asked.frame), 100e6);
    done(&asked);
}

Test(aggregates, names_decide_in_two_languages_and_numbers_do_not)
{
    struct asked asked;

    /* 142 is Asia in M49 and China at its own customs. */
    ask(&asked,
        HEAD "dimensions: {partner: {members: [{code: \"142\", name: China}, "
             "{code: \"116\", name: 日本}, {code: E1, name: 欧盟}, "
             "{code: A1, name: {zh: 亚洲}}, {code: D, name: {en: Germany}}]}}\n" COLUMNS
             "- [2024, \"142\", 50, 50]\n- [2024, \"116\", 20, 20]\n"
             "- [2024, E1, 30, 30]\n- [2024, A1, 80, 80]\n- [2024, D, 10, 10]\n");
    cr_expect_eq(member(&asked, "142")->taken, TAKEN_AS_SAID);
    cr_expect_eq(member(&asked, "A1")->taken, TAKEN_AS_GROUP);
    cr_expect_eq(member(&asked, "E1")->taken, TAKEN_AS_GROUP);
    cr_expect_str_eq(member(&asked, "E1")->taken_for, "European Union");
    cr_expect_eq(total(&asked, "exports"), 80e6);
    done(&asked);
}

Test(aggregates, what_the_figures_contradict_stays_a_part_and_is_told)
{
    struct asked asked;

    ask(&asked, HEAD COLUMNS "- [2024, World, 10, 10]\n- [2024, DEU, 30, 30]\n"
                             "- [2024, FRA, 20, 10]\n");
    cr_expect_eq(member(&asked, "World")->taken, TAKEN_NOT);
    cr_expect_eq(asked.frame->row_count, 3);
    cr_expect_eq(total(&asked, "exports"), 60e6);
    cr_expect_not_null(
        strstr(aggregate_words(&asked.dataset.dimension[0], 0, "en", &asked.arena),
               "smaller than what it should hold"));
    done(&asked);
}

Test(aggregates, one_slip_of_many_does_not_unmake_the_total)
{
    struct asked asked;

    ask(&asked, HEAD COLUMNS "- [2022, World, 100, 90]\n- [2022, DEU, 60, 50]\n"
                             "- [2023, World, 10, 90]\n- [2023, DEU, 60, 50]\n"
                             "- [2024, World, 100, 90]\n- [2024, DEU, 60, 50]\n");
    cr_expect_eq(member(&asked, "World")->taken, TAKEN_AS_TOTAL);
    done(&asked);
}

Test(aggregates, the_file_has_the_last_word)
{
    struct asked asked;

    ask(&asked, HEAD "dimensions: {partner: {parts: [World, EU]}}\n" COLUMNS
                     "- [2024, World, 100, 90]\n- [2024, DEU, 60, 50]\n"
                     "- [2024, EU, 70, 60]\n");
    cr_expect_eq(asked.frame->row_count, 3);
    cr_expect_eq(total(&asked, "exports"), 230e6);
    done(&asked);
    ask(&asked, HEAD "dimensions: {partner: {total: Everyone}}\n" COLUMNS
                     "- [2024, Everyone, 100, 90]\n- [2024, DEU, 60, 50]\n");
    cr_expect_eq(asked.frame->row_count, 2); /* and 40 not allocated */
    cr_expect_eq(total(&asked, "exports"), 100e6);
    cr_expect_eq(member(&asked, "Everyone")->taken, TAKEN_AS_SAID);
    done(&asked);
}

Test(aggregates, a_world_above_declared_continents_is_their_parent)
{
    struct asked asked;

    ask(&asked,
        HEAD "dimensions: {partner: {levels: [continent, country], members: ["
             "{code: WLD, name: World}, {code: AF, level: continent, name: Africa}, "
             "{code: EU, name: Europe}, {code: DZA, parent: AF}, "
             "{code: DEU, parent: EU}]}}\n" COLUMNS
             "- [2024, WLD, 100, 90]\n- [2024, AF, 30, 30]\n- [2024, EU, 70, 60]\n"
             "- [2024, DZA, 30, 30]\n- [2024, DEU, 70, 60]\n");
    cr_expect_eq(asked.dataset.dimension[0].level_count, 3);
    cr_expect_str_eq(asked.dataset.dimension[0].level[0], "total");
    cr_expect_str_eq(asked.dataset.dimension[0].level[1], "continent");
    cr_expect_eq(member(&asked, "AF")->level, 1);
    cr_expect_eq(member(&asked, "DEU")->level, 2);
    cr_expect_eq(member(&asked, "EU")->taken, TAKEN_AS_SAID);
    cr_expect_eq(total(&asked, "exports"), 100e6);
    cr_expect_eq(sum_of_rows(asked.frame), 100e6);
    done(&asked);
}

Test(aggregates, a_total_of_products_is_one_too)
{
    struct asked asked;

    ask(&asked, HEAD "columns: [period, product, exports, imports]\nobservations:\n"
                     "- [2024, TOTAL, 100, 90]\n- [2024, \"01\", 60, 50]\n"
                     "- [2024, \"02\", 40, 40]\n");
    cr_expect_eq(asked.frame->row_count, 2);
    cr_expect_eq(total(&asked, "exports"), 100e6);
    done(&asked);
}

/* Every member and row of the dataset, without a word on levels, parents and groups. */
static void write_flat(const struct dataset *dataset, FILE *out)
{
    const struct dimension *partner = &dataset->dimension[0];
    const double *exports =
        dataset->measure[dataset_measure(dataset, "exports")].column.data;
    const double *imports =
        dataset->measure[dataset_measure(dataset, "imports")].column.data;

    fputs("title: T\nunit: {currency: CNY, scale: 4}\nreporter: CHN\ndimensions:\n"
          "  partner:\n    members:\n",
          out);
    for (uint32_t i = 0; i < partner->member_count; i++)
        fprintf(out, "      - {code: \"%s\", residual: %s, name: {en: \"%s\"}}\n",
                partner->members[i].code,
                partner->members[i].is_residual ? "true" : "false",
                member_name(partner, i, "en"));
    fputs(COLUMNS, out);
    for (size_t i = 0; i < dataset->observation_count; i++) {
        fprintf(out, "- [2024, \"%s\"",
                partner->members[codes_get(&partner->column, i)].code);
        fprintf(out, isnan(exports[i]) ? ", ~" : ", %.0f", exports[i]);
        fprintf(out, isnan(imports[i]) ? ", ~]\n" : ", %.0f]\n", imports[i]);
    }
}

/* The Herfindahl-Hirschman index of 252 partners is 0.0443786 for exports and 0.0386100
 * for imports; with the nine aggregates and the world among them it would be twice as
 * large, and the partners would add up to 2.9 times the total. */
Test(aggregates, the_customs_table_made_flat_is_as_concentrated_as_it_was)
{
    struct dataset bundled;
    struct asked asked;
    struct figure_set set;
    const struct set_indicator_ops *hhi = set_indicator_ops(SET_INDICATOR_HHI);
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    sample_bundled(&bundled, "china-partners-2024.yaml");
    write_flat(&bundled, out);
    fclose(out);
    ask(&asked, text);
    cr_expect_eq(member(&asked, "TOTAL")->taken, TAKEN_AS_TOTAL);
    cr_expect_eq(asked.frame->member_count, 252);
    cr_expect_eq(total(&asked, "exports"), 2545453724e4);
    cr_expect_eq(sum_of_rows(asked.frame), 2545453724e4);
    set = figure_set_new(asked.frame, asked.frame->exports, &asked.arena);
    cr_expect_float_eq(hhi->compute(&set).number, 0.0443786, 5e-8);
    set = figure_set_new(asked.frame, asked.frame->imports, &asked.arena);
    cr_expect_float_eq(hhi->compute(&set).number, 0.0386100, 5e-8);
    free(text);
    done(&asked);
    dataset_close(&bundled);
}

/* Whatever a file mixes, its partners never add up to more than its total. */
Test(aggregates, no_level_makes_the_partners_exceed_the_total)
{
    struct query query;
    struct asked asked;
    const size_t levels[] = {0, 1, 2, LEVEL_FINEST};

    ask(&asked,
        HEAD "dimensions: {partner: {members: [{code: WLD}, {code: W00, name: World}, "
             "{code: AF, name: Africa}, {code: DZA, parent: AF}, {code: ZAF}, "
             "{code: EU}, {code: DEU}, {code: EA20}]}}\n" COLUMNS
             "- [2024, WLD, 100, 90]\n- [2024, W00, 100, 90]\n- [2024, AF, 30, 30]\n"
             "- [2024, DZA, 20, 20]\n- [2024, ZAF, 10, 10]\n- [2024, EU, 60, 50]\n"
             "- [2024, DEU, 50, 50]\n- [2024, EA20, 55, 50]\n");
    for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++) {
        const struct frame *frame;
        query = query_new(&asked.dataset);
        query.level = levels[i];
        frame = frame_new(&asked.dataset, &query, &asked.arena);
        cr_expect_leq(sum_of_rows(frame), 100e6, "level %zu", i);
        cr_expect_eq(frame_exports(frame, &frame->total).number, 100e6);
    }
    done(&asked);
}

/* A bloc, and a country that is always in it. */
static const char *const blocs[][3] = {
    {"ASEAN (10)", "Vietnam", "ASEAN"},
    {"European Union (27 countries)", "Italy", "European Union"},
    {"Europäische Union", "Deutschland", "European Union"},
    {"Unión Europea", "España", "European Union"},
    {"Union européenne", "Pays-Bas", "European Union"},
    {"União Europeia", "Alemanha", "European Union"},
    {"欧洲联盟（27国）", "德国", "European Union"},
    {"Drittländer", "Schweiz", "countries outside the European Union"},
    {"ECOWAS", "Ghana", "ECOWAS"},
    {"一带一路", "越南", "Belt and Road"},
    {"High income", "Japan", "high income"},
    {"Low & middle income", "India", "low and middle income"},
    {"Arab World", "Egypt, Arab Rep.", "Arab World"},
    {"East Asia & Pacific (excluding high income)", "China", "East Asia and Pacific"},
    {"Middle East & North Africa", "Morocco", "Middle East and North Africa"},
    {"Early-demographic dividend", "India", "early-demographic dividend"},
};

Test(aggregates, blocs_are_known_by_the_names_that_publishers_give_them)
{
    for (size_t i = 0; i < sizeof(blocs) / sizeof(blocs[0]); i++) {
        struct asked asked;
        char yaml[512];
        /* The bloc's 40 would be added to 40 and 5. */
        snprintf(yaml, sizeof(yaml),
                 HEAD COLUMNS "- [2024, \"%s\", 40, 30]\n- [2024, \"%s\", 40, 30]\n"
                              "- [2024, Iceland, 5, 4]\n",
                 blocs[i][0], blocs[i][1]);
        ask(&asked, yaml);
        cr_expect_eq(member(&asked, blocs[i][0])->taken, TAKEN_AS_GROUP, "%s",
                     blocs[i][0]);
        if (member(&asked, blocs[i][0])->taken == TAKEN_AS_GROUP) {
            cr_expect_str_eq(member(&asked, blocs[i][0])->taken_for, blocs[i][2]);
            cr_expect_eq(total(&asked, "exports"), 45e6, "%s", blocs[i][0]);
        }
        done(&asked);
    }
}

Test(aggregates, aggregates_of_the_world_bank_by_code_are_groups)
{
    struct asked asked;

    ask(&asked, HEAD COLUMNS "- [2024, HIC, 900, 900]\n- [2024, LMY, 500, 500]\n"
                             "- [2024, UMC, 400, 400]\n- [2024, EAS, 300, 300]\n"
                             "- [2024, CHN, 200, 200]\n- [2024, USA, 150, 150]\n"
                             "- [2024, IDA, 20, 20]\n- [2024, ETH, 3, 3]\n");
    cr_expect_eq(total(&asked, "exports"), 353e6);
    cr_expect(member(&asked, "IDA")->is_group);
    done(&asked);
}
