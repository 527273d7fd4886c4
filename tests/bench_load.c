/* Loading alone, and group-bys of what was loaded. */
#include "core/load/load.h"
#include "core/query/cube.h"
#include "tests/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct loaded {
    struct arena arena;
    struct diag_list diags;
    struct dataset dataset;
};

static int load(struct loaded *loaded, const char *path)
{
    *loaded = (struct loaded){.diags = {.arena = &loaded->arena}};
    return load_file(path, &load_limits_default, &loaded->dataset, &loaded->diags) ==
           LOAD_OK;
}

static void unload(struct loaded *loaded)
{
    dataset_close(&loaded->dataset);
    arena_clear(&loaded->arena);
}

int bench_load(int argc, char **argv)
{
    struct loaded loaded;

    if (argc < 2) {
        fputs("usage: bench load FILE\n", stderr);
        return 2;
    }
    if (!load(&loaded, argv[1]))
        return 1;
    printf("%zu observations\n", loaded.dataset.observation_count);
    unload(&loaded);
    return 0;
}

/* What is asked: the rows, and the first chapter alone or everything. */
struct question {
    const char *name;
    const char *rows; /* a dimension; NULL: the periods */
    int is_narrowed;
};

static const struct question questions[] = {
    {"by period", NULL, 0},
    {"partner x month", "partner", 0},
    {"product x month", "product", 0},
    {"partner x month, one product", "partner", 1},
    {"by period, one product", NULL, 1},
};

enum { QUESTIONS = sizeof(questions) / sizeof(questions[0]) };

static struct query query_of(const struct dataset *dataset,
                             const struct question *question)
{
    struct query query = {.rows = question->rows
                                      ? dataset_dimension(dataset, question->rows)
                                      : ROWS_PERIOD};

    for (size_t d = 0; d < DIMENSION_MAX; d++)
        query.within[d] = MEMBER_NONE;
    if (question->is_narrowed)
        query.within[dataset_dimension(dataset, "product")] = 0;
    return query;
}

/* What a query took, in nanoseconds an observation. */
struct took {
    double wall[BENCH_ROUNDS_MAX];
    double processor[BENCH_ROUNDS_MAX]; /* of all threads together */
};

/* Every figure of all measures. */
static void ask(const struct dataset *dataset, const struct question *question)
{
    struct query query = query_of(dataset, question);
    struct cube cubes[MEASURE_MAX];
    struct arena arena = {0};

    cubes_new(dataset, &query, cubes, &arena);
    arena_clear(&arena);
}

/* The limit: the columns of the measures, added up and nothing else. */
static void add_up(const struct dataset *dataset)
{
    volatile double result;

    for (size_t m = 0; m < dataset->measure_count; m++) {
        const double *number = dataset->measure[m].column.data;
        double sum[4] = {0};
        for (size_t i = 0; i + 4 <= dataset->observation_count; i += 4)
            for (size_t k = 0; k < 4; k++)
                sum[k] += number[i + k];
        result = sum[0] + sum[1] + sum[2] + sum[3];
    }
    (void)result;
}

static void measure(const struct dataset *dataset, const struct question *question,
                    struct took *took, size_t round)
{
    double count = (double)dataset->observation_count;
    clock_t processor = clock();
    double start = bench_now();

    if (question)
        ask(dataset, question);
    else
        add_up(dataset);
    took->wall[round] = (bench_now() - start) * 1e9 / count;
    took->processor[round] =
        (double)(clock() - processor) / CLOCKS_PER_SEC * 1e9 / count;
}

static void show(const char *name, struct took *took, size_t rounds)
{
    printf("%s\t%.3f\t%.3f\n", name, bench_median(took->wall, rounds),
           bench_median(took->processor, rounds));
}

/* Bytes an observation that codes and figures must have. */
static size_t least_bytes(const struct dataset *dataset)
{
    size_t bytes = dataset->period.width + 8 * dataset->measure_count;

    for (size_t d = 0; d < dataset->dimension_count; d++)
        bytes += dataset->dimension[d].column.width;
    return bytes;
}

int bench_query(int argc, char **argv)
{
    static struct took took[QUESTIONS + 1];
    size_t rounds = bench_rounds(argc > 2 ? argv[2] : "5");
    struct loaded loaded;

    if (argc < 2 || !load(&loaded, argv[1])) {
        fputs("usage: bench query FILE ROUNDS\n", stderr);
        return 2;
    }
    for (size_t r = 0; r < rounds; r++)
        for (size_t q = 0; q <= QUESTIONS; q++)
            measure(&loaded.dataset, q < QUESTIONS ? &questions[q] : NULL, &took[q], r);
    show("plain sum", &took[QUESTIONS], rounds);
    for (size_t q = 0; q < QUESTIONS; q++)
        show(questions[q].name, &took[q], rounds);
    printf("bytes\t%zu\n", least_bytes(&loaded.dataset));
    unload(&loaded);
    return 0;
}
