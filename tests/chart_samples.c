#include "tests/chart_samples.h"

#include <math.h>
#include <stdio.h>

struct raw {
    const char *label;
    double exports;
    double imports;
    double exports_growth;
    double imports_growth;
};

/* Goods trade of China with its largest partners in 2024, 10,000 yuan, and growth in
 * percent (General Administration of Customs of China). */
static const struct raw partners[] = {
    {"United States", 373372228, 116406088, 6.1, 1.2},
    {"South Korea", 104146944, 129309464, -0.5, 13.6},
    {"Hong Kong, China", 207185653, 13206488, 7.3, 37.8},
    {"Japan", 108157656, 111185410, -2.3, -1.7},
    {"Taiwan, China", 53502089, 154975026, 11.0, 10.5},
    {"Vietnam", 115198603, 70279669, 19.0, 8.1},
    {"Russia", 82123362, 91976895, 5.0, 1.0},
    {"Malaysia", 72201340, 78669426, 17.6, 8.6},
    {"Australia", 50309339, 100006098, -3.1, -8.9},
    {"Germany", 76175547, 67466162, 7.8, -9.7},
    {"Brazil", 51282092, 82584209, 23.3, -4.4},
    {"Indonesia", 54583977, 50582891, 19.0, -2.9},
    {"Kyrgyzstan", 14166064, 1998075, 1.8, 3281.8},
};

/* The same for the largest surpluses and deficits, by balance. */
static const struct raw balances[] = {
    {"United States", 373372228, 116406088, 6.1, 1.2},
    {"Hong Kong, China", 207185653, 13206488, 7.3, 37.8},
    {"India", 85736002, 12803080, 3.6, -1.7},
    {"Netherlands", 64905025, 13383620, -7.8, 12.1},
    {"Mexico", 64199829, 13655298, 12.1, 3.6},
    {"Vietnam", 115198603, 70279669, 19.0, 8.1},
    {"United Kingdom", 56117132, 13857925, 2.3, -2.0},
    {"Singapore", 56380367, 22693570, 4.3, 2.7},
    {"Thailand", 61218291, 34116044, 15.0, -4.0},
    {"Poland", 28500552, 3486105, 9.1, 2.0},
    {"Türkiye", 27117833, 3394654, -0.6, 6.8},
    {"Philippines", 37193667, 13749574, 1.1, 0.4},
    {"Spain", 29078952, 6576841, 4.2, 5.6},
    {"United Arab Emirates", 46677557, 25788867, 19.2, -6.7},
    {"Belgium", 23454605, 4430296, 2.6, -17.1},
    {"Bangladesh", 16284821, 829689, 1.1, 14.9},
    {"Malaysia", 72201340, 78669426, 17.6, 8.6},
    {"Mongolia", 3217435, 9769591, 31.4, 5.8},
    {"Ireland", 3746908, 12915139, 21.4, 5.6},
    {"Russia", 82123362, 91976895, 5.0, 1.0},
    {"Angola", 2307874, 12554914, -20.6, -5.9},
    {"Peru", 9923204, 20929774, 16.5, 16.5},
    {"Qatar", 2970911, 14266343, 16.0, -2.9},
    {"DR Congo", 3092625, 15356051, -1.8, 53.4},
    {"Chile", 14696916, 29173718, 7.2, -3.4},
    {"Iraq", 11376465, 27205250, 13.2, 9.1},
    {"Oman", 4125114, 22013258, 54.4, 0.2},
    {"South Korea", 104146944, 129309464, -0.5, 13.6},
    {"Brazil", 51282092, 82584209, 23.3, -4.4},
    {"Switzerland", 5310497, 39322429, 31.8, 4.4},
    {"Australia", 50309339, 100006098, -3.1, -8.9},
    {"Taiwan, China", 53502089, 154975026, 11.0, 10.5},
};

/* Goods trade of China, million US dollars (World Bank, WTO). */
static const struct raw years[] = {
    {"1978", 9955, 11131, 0, 0},      {"1979", 13614, 15621, 0, 0},
    {"1980", 18099, 19941, 0, 0},     {"1981", 22007, 22014, 0, 0},
    {"1982", 22321, 19285, 0, 0},     {"1983", 22226, 21390, 0, 0},
    {"1984", 26139, 27410, 0, 0},     {"1985", 27350, 42252, 0, 0},
    {"1986", 30942, 42904, 0, 0},     {"1987", 39437, 43216, 0, 0},
    {"1988", 47516, 55268, 0, 0},     {"1989", 52538, 59142, 0, 0},
    {"1990", 62091, 53345, 0, 0},     {"1991", 71910, 63791, 0, 0},
    {"1992", 84940, 80585, 0, 0},     {"1993", 91744, 103959, 0, 0},
    {"1994", 121006, 115615, 0, 0},   {"1995", 148780, 132084, 0, 0},
    {"1996", 151048, 138833, 0, 0},   {"1997", 182792, 142370, 0, 0},
    {"1998", 183712, 140237, 0, 0},   {"1999", 194931, 165699, 0, 0},
    {"2000", 249203, 225094, 0, 0},   {"2001", 266098, 243553, 0, 0},
    {"2002", 325596, 295170, 0, 0},   {"2003", 438228, 412760, 0, 0},
    {"2004", 593326, 561229, 0, 0},   {"2005", 761953, 659953, 0, 0},
    {"2006", 968978, 791461, 0, 0},   {"2007", 1220456, 956116, 0, 0},
    {"2008", 1430693, 1132567, 0, 0}, {"2009", 1201612, 1005923, 0, 0},
    {"2010", 1577754, 1396247, 0, 0}, {"2011", 1898381, 1743484, 0, 0},
    {"2012", 2048714, 1818405, 0, 0}, {"2013", 2209005, 1949990, 0, 0},
    {"2014", 2342293, 1959233, 0, 0}, {"2015", 2273468, 1679566, 0, 0},
    {"2016", 2097632, 1587925, 0, 0}, {"2017", 2263346, 1843792, 0, 0},
    {"2018", 2486695, 2135748, 0, 0}, {"2019", 2499457, 2078386, 0, 0},
    {"2020", 2589952, 2065964, 0, 0}, {"2021", 3316022, 2679412, 0, 0},
    {"2022", 3544434, 2706507, 0, 0}, {"2023", 3379044, 2556941, 0, 0},
    {"2024", 3576765, 2587234, 0, 0},
};

/* Goods trade of China, 100 million yuan (General Administration of Customs). */
static const struct raw months[] = {
    {"2023-01", 19863, 13450, 0, 0}, {"2023-02", 14159, 13361, 0, 0},
    {"2023-03", 20656, 15404, 0, 0}, {"2023-04", 19762, 13932, 0, 0},
    {"2023-05", 19314, 14837, 0, 0}, {"2023-06", 19762, 14927, 0, 0},
    {"2023-07", 20090, 14423, 0, 0}, {"2023-08", 20310, 15511, 0, 0},
    {"2023-09", 21314, 15913, 0, 0}, {"2023-10", 19691, 15683, 0, 0},
    {"2023-11", 21006, 16050, 0, 0}, {"2023-12", 21729, 16363, 0, 0},
    {"2024-01", 21764, 15799, 0, 0}, {"2024-02", 15764, 12857, 0, 0},
    {"2024-03", 19852, 15686, 0, 0}, {"2024-04", 20726, 15614, 0, 0},
    {"2024-05", 21431, 15629, 0, 0}, {"2024-06", 21835, 14806, 0, 0},
    {"2024-07", 21369, 15305, 0, 0}, {"2024-08", 21985, 15473, 0, 0},
    {"2024-09", 21636, 15811, 0, 0}, {"2024-10", 21887, 15094, 0, 0},
    {"2024-11", 22198, 15279, 0, 0}, {"2024-12", 24099, 16570, 0, 0},
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static struct chart_point point_of(const struct raw *raw, double unit)
{
    return (struct chart_point){
        .label = raw->label,
        .exports = value_derived(raw->exports * unit),
        .imports = value_derived(raw->imports * unit),
        .balance = value_derived((raw->exports - raw->imports) * unit),
        .exports_growth = value_derived(raw->exports_growth),
        .imports_growth = value_derived(raw->imports_growth),
        .cover = value_derived(raw->exports / raw->imports * 100),
    };
}

static struct chart chart_of(struct arena *arena, const struct raw *raw, size_t count,
                             double unit)
{
    struct chart_point *points = ARENA_ARRAY(arena, struct chart_point, count);

    for (size_t i = 0; i < count; i++)
        points[i] = point_of(&raw[i], unit);
    return (struct chart){
        .points = points,
        .count = count,
        .selected = count,
        .has_imports = true,
        .scale = 9,
        .decimals = 1,
        .unit = "CNY bn",
        .exports_name = "Exports",
        .imports_name = "Imports",
        .noun = "partners",
        .arena = arena,
    };
}

struct chart_point *sample_points(struct chart *chart)
{
    struct chart_point *points =
        ARENA_ARRAY(chart->arena, struct chart_point, chart->count);

    for (size_t i = 0; i < chart->count; i++)
        points[i] = chart->points[i];
    chart->points = points;
    return points;
}

struct chart sample_partners(struct arena *arena)
{
    return chart_of(arena, partners, LENGTH(partners), 1e4);
}

struct chart sample_balances(struct arena *arena)
{
    struct chart chart = chart_of(arena, balances, LENGTH(balances), 1e4);
    struct chart_point *points = sample_points(&chart);

    for (size_t i = 0; i < chart.count; i++)
        points[i].rank = i + 1;
    return chart;
}

static void add_growth(struct chart *chart)
{
    struct chart_point *points = sample_points(chart);

    points[0].exports_growth = value_missing(ABSENCE_NO_ROW);
    for (size_t i = 1; i < chart->count; i++)
        points[i].exports_growth = value_derived(
            (points[i].exports.number / points[i - 1].exports.number - 1) * 100);
}

struct chart sample_years(struct arena *arena)
{
    static const size_t marks[] = {23, 31}; /* 2001 and 2009 */
    struct chart chart = chart_of(arena, years, LENGTH(years), 1e6);

    add_growth(&chart);
    chart.unit = "USD bn";
    chart.decimals = 0;
    chart.marks = marks;
    chart.mark_count = LENGTH(marks);
    return chart;
}

struct chart sample_months(struct arena *arena)
{
    struct chart chart = chart_of(arena, months, LENGTH(months), 1e8);

    add_growth(&chart);
    return chart;
}

static const double odd_numbers[] = {
    0,   -0.0,     1,         -1,  1e-320, -1e-12, 1e300,  -1e300,    1e308,
    NAN, INFINITY, -INFINITY, 0.5, 1e9,    -1e9,   999.95, 123456789,
};

struct chart sample_odd(struct arena *arena, size_t count)
{
    const struct raw none = {.label = "?"};
    struct chart chart = chart_of(arena, &none, 1, 1);
    struct chart_point *points = ARENA_ARRAY(arena, struct chart_point, count);
    struct value values[5];

    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < LENGTH(values); j++) {
            size_t pick = i * 7 + j * 5 + i / 3 * j;

            values[j] = pick % 4 == 0
                            ? value_missing((enum absence)(pick % ABSENCE_COUNT))
                            : value_derived(odd_numbers[pick % LENGTH(odd_numbers)]);
        }
        points[i] = (struct chart_point){
            .label = i % 3 == 0   ? "2023-07"
                     : i % 3 == 1 ? "Saint Vincent and the Grenadines"
                                  : "中国香港 \033[31m\xff",
            .rank = i % 2 ? 1234 : 0,
            .exports = values[0],
            .imports = values[1],
            .balance = values[2],
            .exports_growth = values[3],
            .imports_growth = values[4],
            .cover = values[i % 5],
            .is_muted = i % 5 == 0,
        };
    }
    chart.points = points;
    chart.count = count;
    chart.selected = count / 2;
    return chart;
}
