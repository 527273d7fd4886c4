#include "core/base/diag.h"

#include "core/base/text.h"
#include "core/base/translate.h"

#include <stdarg.h>
#include <string.h>

static void add(struct diag_list *diags, const struct diag *model, const char *format,
                va_list args) __attribute__((format(printf, 3, 0)));

/* A name is often a dataset's, and messages outlive a dataset that has mistakes. */
static const char *keep_name(struct diag_list *diags, const char *file)
{
    const char *last = diags->last ? diags->last->at.file : NULL;

    if (!file)
        return NULL;
    if (last && strcmp(last, file) == 0)
        return last;
    return arena_copy(diags->arena, file, strlen(file));
}

static void add(struct diag_list *diags, const struct diag *model, const char *format,
                va_list args)
{
    diags->count[model->severity]++;
    if (diags->kept >= DIAG_LIMIT)
        return;

    struct diag *diag = ARENA_NEW(diags->arena, struct diag);
    *diag = *model;
    diag->at.file = keep_name(diags, model->at.file);
    diag->message = arena_vprintf(diags->arena, translate(format), args);

    if (diags->last)
        diags->last->next = diag;
    else
        diags->first = diag;
    diags->last = diag;
    diags->kept++;
}

bool diag_error(struct diag_list *diags, struct source_pos at, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(diags, &(struct diag){.severity = SEVERITY_ERROR, .at = at}, format, args);
    va_end(args);
    return false;
}

bool diag_error_span(struct diag_list *diags, struct source_pos at, size_t length,
                     const char *format, ...)
{
    struct diag model = {.severity = SEVERITY_ERROR, .at = at, .length = length};
    va_list args;

    va_start(args, format);
    add(diags, &model, format, args);
    va_end(args);
    return false;
}

void diag_warning(struct diag_list *diags, struct source_pos at, const char *format,
                  ...)
{
    va_list args;

    va_start(args, format);
    add(diags, &(struct diag){.severity = SEVERITY_WARNING, .at = at}, format, args);
    va_end(args);
}

void diag_note(struct diag_list *diags, struct source_pos at, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(diags, &(struct diag){.severity = SEVERITY_NOTE, .at = at}, format, args);
    va_end(args);
}

void diag_take(struct diag_list *diags, const struct diag_list *others)
{
    if (diags->last)
        diags->last->next = others->first;
    else
        diags->first = others->first;
    if (others->last)
        diags->last = others->last;
    for (int i = 0; i < SEVERITY_COUNT; i++)
        diags->count[i] += others->count[i];
    diags->kept += others->kept;
}

bool diag_has_errors(const struct diag_list *diags)
{
    return diags->count[SEVERITY_ERROR] > 0;
}

static bool is_after(const struct diag *a, const struct diag *b)
{
    int order = strcmp(a->at.file, b->at.file);

    if (order != 0)
        return order > 0;
    if (a->at.line != b->at.line)
        return a->at.line > b->at.line;
    return a->at.column > b->at.column;
}

/* Insertion: lists are short (DIAG_LIMIT) and nearly sorted as they come. */
void diag_sort(struct diag_list *diags)
{
    struct diag *rest = diags->first;

    diags->first = NULL;
    diags->last = NULL;
    while (rest) {
        struct diag *diag = rest;
        struct diag **place = &diags->first;

        rest = diag->next;
        if (diags->last && !is_after(diags->last, diag))
            place = &diags->last->next;
        while (*place && !is_after(*place, diag))
            place = &(*place)->next;
        diag->next = *place;
        *place = diag;
        if (!diag->next)
            diags->last = diag;
    }
}

static void print_one(const struct diag *diag, FILE *out)
{
    struct arena arena = {0};

    fprintf(out, "%s:", text_clean(&arena, diag->at.file, strlen(diag->at.file)));
    if (diag->at.line)
        fprintf(out, "%zu:", diag->at.line);
    if (diag->at.line && diag->at.column)
        fprintf(out, "%zu:", diag->at.column);
    fprintf(out, " %s: %s\n", severity_word(diag->severity),
            text_clean(&arena, diag->message, strlen(diag->message)));
    arena_clear(&arena);
}

void diag_print_from(const struct diag_list *diags, enum severity least, FILE *out)
{
    size_t total = 0;

    for (const struct diag *diag = diags->first; diag; diag = diag->next)
        if (diag->severity <= least)
            print_one(diag, out);
    for (size_t i = 0; i < SEVERITY_COUNT; i++)
        total += diags->count[i];
    if (total > diags->kept)
        fprintf(out, _("note: %zu more messages are not shown\n"), total - diags->kept);
}

void diag_print(const struct diag_list *diags, FILE *out)
{
    diag_print_from(diags, SEVERITY_NOTE, out);
}

const char *severity_word(enum severity severity)
{
    static const char *const words[SEVERITY_COUNT] = {
        [SEVERITY_ERROR] = N_("error"),
        [SEVERITY_WARNING] = N_("warning"),
        [SEVERITY_NOTE] = N_("note"),
    };

    return words[severity];
}

const char *severity_count(enum severity severity, size_t count, struct arena *arena)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return arena_printf(arena, P_("%zu error", "%zu errors", count), count);
    case SEVERITY_WARNING:
        return arena_printf(arena, P_("%zu warning", "%zu warnings", count), count);
    default:
        return arena_printf(arena, P_("%zu note", "%zu notes", count), count);
    }
}
