#include "tui/plain_internal.h"

#include "core/base/text.h"
#include "core/base/translate.h"

#include <string.h>

void plain_text(const struct plain *plain, const char *text)
{
    const size_t length = strlen(text);

    fputs(plain->show.glyphs->is_ascii ? text_ascii(plain->arena, text, length)
                                       : text_clean(plain->arena, text, length),
          plain->out);
}

void plain_put(const struct plain *plain, const char *of, const char *text)
{
    if (!text || !*text)
        return;
    plain_text(plain, of);
    fputs(": ", plain->out);
    plain_text(plain, text);
    fputc('\n', plain->out);
}

void plain_gallery(const struct plain *plain)
{
    const struct catalog *catalog = &plain->app->catalog;

    for (size_t i = 0; i < catalog->count; i++) {
        const struct catalog_entry *entry = &catalog->entries[i];
        plain_put(plain, entry->name,
                  entry->problem
                      ? entry->problem
                      : arena_printf(plain->arena, "%s, %s, %s, %s", entry->title,
                                     entry->periods, entry->content, entry->publisher));
    }
}

void plain_findings(const struct plain *plain)
{
    const struct audit_report *audit = &plain->app->audit;

    for (size_t i = 0; i < audit->count; i++)
        plain_put(plain,
                  arena_printf(plain->arena, _("line %zu, %s"),
                               audit->findings[i].at.line,
                               _(severity_word(audit->findings[i].check->severity))),
                  audit->findings[i].message);
    if (!audit->count)
        plain_put(plain, _("audit"), _("nothing found"));
}

void plain_revisions(const struct plain *plain)
{
    const struct revisions *revisions = &plain->app->revisions;

    for (size_t i = 0; i < revisions->count; i++) {
        const struct revision *item = &revisions->items[i];
        const struct dataset *from =
            item->kind == REVISION_GONE ? &plain->app->older : &plain->app->dataset;
        char period[PERIOD_SHOWN_MAX];
        plain_put(plain,
                  arena_printf(plain->arena, "%s%s%s, %s", item->name,
                               *item->name ? ", " : "",
                               period_words(period, item->period),
                               measure_word(&from->measure[item->measure],
                                            plain->app->language)),
                  arena_printf(plain->arena, _("%s, before %s, after %s %s"),
                               revision_word(item->kind),
                               show_figure(&plain->show, item->before, false),
                               show_figure(&plain->show, item->after, false),
                               plain->show.unit));
    }
}

void plain_question(const struct plain *plain)
{
    const struct question_state *state = &plain->app->question;

    plain_put(plain, _("question"), question_sentence(plain->app, plain->arena));
    for (size_t i = 0; i < state->preview_count; i++)
        plain_put(plain, i ? _("would read") : _("columns"), state->preview[i]);
    if (state->problem)
        plain_put(plain, _("would fail"), state->problem);
}
