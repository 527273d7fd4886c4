/*
 * The records of what the pages beside the views show: a revision, a finding of the
 * audit, a dataset in the gallery.
 */
#include "core/base/translate.h"
#include "tui/record_writer.h"

static bool revision_is_there(const struct app *app)
{
    return app->page == PAGE_REVISIONS && app->revision < app->revisions.count;
}

static const struct revision *revision_of(const struct record_writer *writer)
{
    return &writer->app->revisions.items[writer->app->revision];
}

static const char *revision_title(const struct record_writer *writer)
{
    const struct revision *revision = revision_of(writer);
    char period[PERIOD_SHOWN_MAX];

    period_words(period, revision->period);
    return arena_printf(writer->arena, "%s%s%s", revision->name,
                        *revision->name ? ", " : "", period);
}

static void revision_write(struct record_writer *writer)
{
    const struct app *app = writer->app;
    const struct revision *revision = revision_of(writer);
    const struct dataset *file =
        revision->kind == REVISION_GONE ? &app->older : &app->loaded;
    const struct measure *measure = &file->measure[revision->measure];
    char unit[UNIT_SHOWN_MAX];

    record_write(writer, 1, STYLE_TITLE,
                 arena_printf(writer->arena, _("%s, %s"),
                              measure_title(measure, app->language),
                              revision_word(revision->kind)));
    record_pair(writer, _("before"), record_in_full(writer, revision->before));
    record_pair(writer, _("after"), record_in_full(writer, revision->after));
    if (revision->kind == REVISION_CHANGED)
        record_pair(writer, _("after - before"),
                    record_in_full(writer, value_derived(revision->difference)));
    record_pair(writer, _("unit"), unit_show(unit, measure->unit, 0));
    record_pair(writer, _("older file"), app->older.path);
    record_pair(writer, _("newer file"), app->loaded.path);
    record_pair(writer, _("line"),
                arena_printf(writer->arena,
                             revision->kind == REVISION_GONE
                                 ? _("%s, in the older file")
                                 : _("%s, in the newer file"),
                             record_place(writer, file, revision->line)));
}

const struct record_source record_revision = {revision_is_there, revision_title,
                                              revision_write, VIEW_COUNT};

static bool finding_is_there(const struct app *app)
{
    return app->page == PAGE_AUDIT && app->finding < app->audit.count;
}

static const char *finding_title(const struct record_writer *writer)
{
    return writer->app->audit.findings[writer->app->finding].check->id;
}

static void finding_write(struct record_writer *writer)
{
    const struct finding *finding = &writer->app->audit.findings[writer->app->finding];

    record_write(writer, 1, STYLE_TITLE, finding->message);
    record_pair(writer, _("check"), _(finding->check->title));
    record_pair(writer, _("what to do"), _(finding->check->advice));
    if (finding->at.line)
        record_pair(writer, _("line"),
                    record_place(writer, &writer->app->loaded, finding->at.line));
}

const struct record_source record_finding = {finding_is_there, finding_title,
                                             finding_write, VIEW_COUNT};

static bool entry_is_there(const struct app *app)
{
    return app->page == PAGE_GALLERY && app->chosen < app->catalog.count;
}

static const struct catalog_entry *entry_of(const struct record_writer *writer)
{
    return &writer->app->catalog.entries[writer->app->chosen];
}

static const char *entry_title(const struct record_writer *writer)
{
    return entry_of(writer)->name;
}

static void entry_write(struct record_writer *writer)
{
    const struct catalog_entry *entry = entry_of(writer);

    record_pair(writer, _("title"), entry->title);
    record_pair(writer, _("publisher"), entry->publisher);
    record_pair(writer, _("periods"), entry->periods);
    record_pair(writer, _("content"), entry->content);
    record_pair(writer, _("problem"), entry->problem);
    record_pair(writer, _("file"), entry->path);
}

const struct record_source record_entry = {entry_is_there, entry_title, entry_write,
                                           VIEW_COUNT};
