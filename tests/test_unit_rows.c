/*
 * Units of columns in a row below the head, and of all figures in a line above it, as
 * statistical offices write them. All figures are made up.
 */
#include "tests/loaded.h"
#include "tests/round_trip.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void open_text(struct loaded *loaded, const char *text, size_t size)
{
    loaded_open(loaded);
    loaded_bytes(loaded, "t.csv", text, size, &load_limits_default);
    cr_assert_eq(loaded->result, LOAD_OK, "%s", loaded_message(loaded));
}

static double number(const struct loaded *loaded, const char *measure,
                     const char *partner, const char *period)
{
    return loaded_figure(&loaded->dataset, measure, partner, period).number;
}

static const char offices[] =
    "Tabelle: 1-2\nAußenhandel\nDeutschland\n"
    "Jahr;Land;Ausfuhr: Gewicht;Ausfuhr: Wert;Einfuhr: Wert;Einfuhr: Gewicht\n"
    ";;t;Tsd. EUR;Tsd. EUR;t\n"
    "2022;Frankreich;881,5;300;200;498,1\n"
    "2022;Polen;881,7;400;100;498,2\n"
    "2023;Frankreich;991,5;500;250;598,1\n"
    "2023;Polen;991,7;600;150;598,2\n";

/* Thousands of euros by the row; tonnes are neither a flow nor tell rows apart. */
Test(unit_rows, a_row_of_units_below_the_head)
{
    struct loaded loaded;

    load_and_back(&loaded, offices);
    cr_expect_eq(loaded.dataset.dimension_count, 1);
    cr_expect_eq(loaded.dataset.measure_count, 2);
    cr_expect_eq(loaded.dataset.observation_count, 4);
    cr_expect_eq(loaded.dataset.fates.refused, 0);
    cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 0, "%s",
                 loaded_message(&loaded));
    cr_expect_str_eq(loaded.dataset.unit.code, "EUR");
    cr_expect_eq(number(&loaded, "exports", "Frankreich", "2022"), 300e3);
    cr_expect_eq(number(&loaded, "imports", "Polen", "2023"), 150e3);
    loaded_close(&loaded);
}

/* The same in Latin-1, with the sign of a copyright that other encodings have too. */
Test(unit_rows, a_copyright_in_latin_1)
{
    static const char text[] = "Au\xdf"
                               "enhandel\nJahr;Land;Ausfuhr;Einfuhr\n"
                               ";;Mio. EUR;Mio. EUR\n"
                               "2022;\xd6sterreich;3;2\n2023;\xd6sterreich;5;4\n"
                               "\xa9 Amt, 2024\n";
    struct loaded loaded;

    open_text(&loaded, text, sizeof(text) - 1);
    cr_expect_eq(number(&loaded, "exports", NULL, "2023"), 5e6);
    loaded_close(&loaded);
}

/* Units below headings of flows that say nothing else, and below periods. */
Test(unit_rows, units_below_other_headings)
{
    static const char *const texts[] = {
        "Year,Partner,Exports,Imports\n,,USD million,USD million\n"
        "2022,A,1,2\n2022,B,3,4\n",
        "Partner,Flow,2021,2022\n,,USD million,USD million\n"
        "A,Exports,9,1\nA,Imports,9,2\nB,Exports,9,3\nB,Imports,9,4\n",
        "Partner,Export 2022,Import 2022,Export 2021,Import 2021\n"
        ",in Mio. USD,in Mio. USD,in Mio. USD,in Mio. USD\nA,1,2,9,9\nB,3,4,9,9\n",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        load_and_back(&loaded, texts[i]);
        cr_expect_eq(number(&loaded, "exports", "B", "2022"), 3e6, "%s", texts[i]);
        cr_expect_eq(number(&loaded, "imports", "A", "2022"), 2e6, "%s", texts[i]);
        cr_expect_eq(loaded.diags.count[SEVERITY_WARNING], 0, "%s",
                     loaded_message(&loaded));
        loaded_close(&loaded);
    }
}

/* Quantities are no flow and tell nothing apart, even where the first one lacks. */
Test(unit_rows, quantities_beside_amounts)
{
    struct loaded loaded;

    load_and_back(&loaded,
                  "Year,Partner,Exports (USD),Exports: Weight,Supplementary units\n"
                  "2022,A,1,x,..\n2022,B,3,5,x\n2023,A,4,6,y\n2023,B,7,8,9\n");
    cr_expect_eq(loaded.dataset.dimension_count, 1);
    cr_expect_eq(loaded.dataset.measure_count, 1);
    cr_expect_eq(number(&loaded, "exports", "B", "2023"), 7);
    loaded_close(&loaded);
}

/* Above the head, in brackets or by itself, in the language of the office. */
Test(unit_rows, a_line_above_the_head_has_the_unit)
{
    static const struct {
        const char *line;
        const char *code;
        double factor;
    } cases[] = {
        {"Handel nach Partnern (Mio. €)", "EUR", 1e6},
        {"Stand: 1.3.2024;;;Mio. €;", "EUR", 1e6},
        {"in Mio. EUR", "EUR", 1e6},
        {"Tsd. €", "EUR", 1e3},
        {"Commerce extérieur (en millions d'euros)", "EUR", 1e6},
        {"en millions d'euros", "EUR", 1e6},
        {"Comercio exterior (millones de euros)", "EUR", 1e6},
        {"millones de euros", "EUR", 1e6},
        {"Commerce (en milliards de dollars)", "USD", 1e9},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct loaded loaded;
        char text[256];
        snprintf(text, sizeof(text),
                 "%s\nJahr;Land;Ausfuhr;Einfuhr\n2022;A;1;2\n2022;B;3;4\n",
                 cases[i].line);
        open_text(&loaded, text, strlen(text));
        cr_expect_str_eq(loaded.dataset.unit.code ? loaded.dataset.unit.code : "",
                         cases[i].code, "%s", cases[i].line);
        cr_expect_eq(number(&loaded, "exports", "B", "2022"), 3 * cases[i].factor, "%s",
                     cases[i].line);
        loaded_close(&loaded);
    }
}

/* What is no unit but for a word of one stays a line of text. */
Test(unit_rows, a_euro_in_a_title_is_no_unit)
{
    static const char text[] = "Handel der Länder des Euro\nJahr;Land;Ausfuhr;Einfuhr\n"
                               "2022;A;1;2\n2022;B;3;4\n";
    struct loaded loaded;

    open_text(&loaded, text, sizeof(text) - 1);
    cr_expect_eq(loaded.dataset.unit.kind, UNIT_NONE);
    loaded_close(&loaded);
}

/* Lines of one field below the figures are notes; a line like that between them is a
 * row that was left out. */
Test(unit_rows, lines_below_the_figures_are_notes)
{
    static const char *const heads[] = {
        "Jahr;Land;Ausfuhr (EUR);Einfuhr (EUR)\n2022;A;1;2\n2022;B;3;4\n",
        "Land;Flux;2022;2023\nA;Exportations;1;1\nA;Importations;2;1\n"
        "B;Exportations;3;1\n",
    };
    static const char *const feet[] = {
        "__________\n© Amt, 2024 | Stand: 14.03.2024\n",
        "Source : Douanes\n",
        ";;;;\n;Quelle: Amt;;;;\nStand: 14.3.2024\n",
    };

    for (size_t i = 0; i < 6; i++) {
        struct loaded loaded;
        char text[256];
        snprintf(text, sizeof(text), "%s%s", heads[i / 3], feet[i % 3]);
        open_text(&loaded, text, strlen(text));
        cr_expect_eq(loaded.dataset.fates.refused, 0, "%s: %s", text,
                     loaded_message(&loaded));
        cr_expect_eq(loaded.dataset.note_count, i % 3 == 2 ? 2 : 1, "%s", text);
        cr_expect_eq(number(&loaded, "exports", "B", "2022"), 3);
        loaded_close(&loaded);
    }
}

Test(unit_rows, a_line_between_figures_is_no_note)
{
    static const char *const texts[] = {
        "Jahr;Land;Ausfuhr (EUR)\n2022;A;1\nTeil II: Asien\n2022;B;3\n",
        "Jahr;Land;Ausfuhr (EUR)\n2022;A;1\n2022;B;3\nPol\n",
        "Jahr;Land;Ausfuhr (EUR)\n2022;A;1\n2022;B;3\n2023\n",
        "Jahr;Land;Ausfuhr (EUR)\n2022;A;1\n2022;B;3\n2023;Polen\n",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct loaded loaded;
        open_text(&loaded, texts[i], strlen(texts[i]));
        cr_expect_eq(loaded.dataset.fates.refused, 1, "%s", texts[i]);
        cr_expect_eq(loaded.dataset.note_count, 0);
        cr_expect_eq(number(&loaded, "exports", "B", "2022"), 3);
        loaded_close(&loaded);
    }
}

/* The first line above the head that is a text alone is the title; what else stands
 * there is not. */
Test(unit_rows, a_line_above_the_head_is_the_title)
{
    static const char *const cases[][2] = {
        {"Handel nach Partnern;;\nStand;2024;\n", "Handel nach Partnern"},
        {";;\n2024\nMio. EUR\n\"Trade, by partner\"\n", "Trade, by partner"},
        {"\xef\xbb\xbfTrade of A\nMore of it\n", "Trade of A"},
        {"Stand;2024;\n", "t.csv"},
        {"", "t.csv"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct loaded loaded;
        char text[256];
        snprintf(text, sizeof(text), "%sJahr;Land;Ausfuhr (EUR)\n2022;A;1\n2022;B;3\n",
                 cases[i][0]);
        open_text(&loaded, text, strlen(text));
        cr_expect_str_eq(label_pick(&loaded.dataset.title, "en"), cases[i][1], "%s",
                         text);
        loaded_close(&loaded);
    }
}
