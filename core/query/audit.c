#include "core/base/translate.h"
#include "core/query/audit_internal.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct audit_ops *const families[] = {
#define X(name) &audit_##name,
    AUDITS(X)
#undef X
};

enum { FAMILY_COUNT = sizeof(families) / sizeof(families[0]) };

size_t audit_check_count(void)
{
    size_t count = 0;

    for (size_t i = 0; i < FAMILY_COUNT; i++)
        count += families[i]->check_count;
    return count;
}

const struct audit_check *audit_check(size_t number)
{
    for (size_t i = 0; i < FAMILY_COUNT; i++) {
        if (number < families[i]->check_count)
            return &families[i]->checks[number];
        number -= families[i]->check_count;
    }
    return NULL;
}

bool audit_count_only(struct audit *audit, size_t number)
{
    if (audit->found[number] < AUDIT_FINDINGS_MAX)
        return false;
    audit->found[number]++;
    return true;
}

static void keep(struct audit *audit, struct finding finding)
{
    if (audit->count == audit->capacity) {
        size_t capacity = audit->capacity ? 2 * audit->capacity : 16;
        struct finding *findings = ARENA_ARRAY(audit->arena, struct finding, capacity);

        if (audit->count)
            memcpy(findings, audit->findings, audit->count * sizeof(*findings));
        audit->findings = findings;
        audit->capacity = capacity;
    }
    audit->findings[audit->count++] = finding;
}

/* As the loader names it. */
static const char *name_of(const struct audit *audit)
{
    return strcmp(audit->dataset->path, "-") == 0 ? _("standard input")
                                                  : audit->dataset->path;
}

static void find_v(struct audit *audit, size_t number, struct source_pos at,
                   const char *format, va_list args)
    __attribute__((format(printf, 4, 0)));

static void find_v(struct audit *audit, size_t number, struct source_pos at,
                   const char *format, va_list args)
{
    struct finding finding = {.check = &audit->ops->checks[number], .at = at};

    if (audit->found[number]++ >= AUDIT_FINDINGS_MAX)
        return;
    if (!at.file || audit->dataset->file_count < 2)
        finding.at.file = name_of(audit);
    finding.message = arena_vprintf(audit->arena, translate(format), args);
    keep(audit, finding);
}

void audit_find_at(struct audit *audit, size_t number, struct source_pos at,
                   const char *format, ...)
{
    va_list args;

    va_start(args, format);
    find_v(audit, number, at, format, args);
    va_end(args);
}

void audit_find(struct audit *audit, size_t number, size_t observation,
                const char *format, ...)
{
    const struct dataset *dataset = audit->dataset;
    struct source_pos at = {.line = 0};
    va_list args;

    if (observation != OBSERVATION_NONE)
        at = dataset_place(dataset, observation);
    va_start(args, format);
    find_v(audit, number, at, format, args);
    va_end(args);
}

/* What was found beyond the limit is counted in a last finding of its check. */
static void count_rest(struct audit *audit)
{
    for (size_t i = 0; i < audit->ops->check_count; i++) {
        size_t rest = audit->found[i] > AUDIT_FINDINGS_MAX
                          ? audit->found[i] - AUDIT_FINDINGS_MAX
                          : 0;
        struct finding finding = {
            .check = &audit->ops->checks[i],
            .at = {.file = name_of(audit)},
            .is_count = true,
        };

        if (!rest)
            continue;
        finding.message =
            arena_printf(audit->arena, _("%zu more of this kind are not listed (%s)"),
                         rest, _(audit->ops->checks[i].title));
        keep(audit, finding);
    }
}

static void run_family(struct audit *audit, const struct audit_ops *ops)
{
    struct arena scratch = {0};

    audit->ops = ops;
    audit->scratch = &scratch;
    memset(audit->found, 0, sizeof(audit->found));
    ops->run(audit);
    count_rest(audit);
    arena_clear(&scratch);
}

/* The gravest first, then by line, the file as a whole before its lines. */
static int compare(const void *a, const void *b)
{
    const struct finding *left = a;
    const struct finding *right = b;

    if (left->check->severity != right->check->severity)
        return left->check->severity < right->check->severity ? -1 : 1;
    if (left->is_count != right->is_count)
        return left->is_count ? 1 : -1;
    if (left->at.line != right->at.line)
        return left->at.line < right->at.line ? -1 : 1;
    if (left->check != right->check)
        return strcmp(left->check->id, right->check->id);
    return strcmp(left->message, right->message);
}

/* Of what was found so far; what is found later leaves it as it is. */
static void report_so_far(const struct audit *audit, struct audit_report *report)
{
    *report = (struct audit_report){
        .findings = ARENA_ARRAY(audit->arena, struct finding, audit->count),
        .count = audit->count,
    };
    if (audit->count) {
        memcpy(report->findings, audit->findings,
               audit->count * sizeof(*audit->findings));
        qsort(report->findings, report->count, sizeof(*report->findings), compare);
    }
    for (size_t i = 0; i < report->count; i++)
        report->by_severity[report->findings[i].check->severity]++;
}

void audit_run_watched(const struct dataset *dataset, const struct audit_watch *watch,
                       struct audit_report *report, struct arena *arena)
{
    struct arena index = {0};
    struct audit audit = {
        .dataset = dataset,
        .language = C_("language of names", "en"),
        .arena = arena,
        .stop = watch->stop,
    };

    audit_index(&audit, &index);
    for (size_t i = 0; i < FAMILY_COUNT && !audit_stops(&audit); i++) {
        run_family(&audit, families[i]);
        if (i + 1 < FAMILY_COUNT && watch->tell && !audit_stops(&audit)) {
            report_so_far(&audit, report);
            watch->tell(watch->state, report, i + 1);
        }
    }
    arena_clear(&index);
    report_so_far(&audit, report);
}

void audit_run(const struct dataset *dataset, struct audit_report *report,
               struct arena *arena)
{
    audit_run_watched(dataset, &(struct audit_watch){0}, report, arena);
}

size_t audit_family_count(void)
{
    return FAMILY_COUNT;
}
