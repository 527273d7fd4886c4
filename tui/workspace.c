#include "tui/workspace.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/export/convert_text.h"
#include "core/load/paths.h"
#include "core/load/workspace.h"
#include "tui/answers.h"
#include "tui/batch.h"
#include "tui/lens.h"
#include "tui/source.h"
#include "tui/words.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Writing. */

/* What YAML, in any version, takes for nothing but this text. */
static bool is_plain(const char *text)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    static const char inside[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./+";

    return *text && (strchr(letters, *text) || strchr("./-", *text)) &&
           strspn(text, inside) == strlen(text) && strcmp(text, "-") != 0 &&
           strncmp(text, "---", 3) != 0 && strncmp(text, "...", 3) != 0;
}

static void write_text(const char *text, FILE *out)
{
    if (is_plain(text))
        fputs(text, out);
    else
        convert_quoted(out, text);
}

/* "/home/a/b.yaml" seen from "/home/a": "b.yaml". */
static const char *path_from(const char *folder, const char *path, struct arena *arena)
{
    char whole[PATH_MAX];
    char base[PATH_MAX];
    size_t length;

    if (!realpath(path, whole))
        return path;
    if (realpath(folder, base)) {
        length = strcmp(base, "/") == 0 ? 0 : strlen(base);
        if (strncmp(whole, base, length) == 0 && whole[length] == '/')
            return arena_printf(arena, "%s", whole + length + 1);
    }
    return arena_printf(arena, "%s", whole);
}

static void write_paths(const struct app *app, const char *folder, FILE *out,
                        struct arena *arena)
{
    struct paths paths = paths_of(app->file, arena);

    fputs(paths.count > 1 ? "  - files: [" : "  - file: ", out);
    for (size_t i = 0; i < paths.count; i++) {
        fputs(i ? ", " : "", out);
        write_text(path_from(folder, paths.path[i], arena), out);
    }
    fputs(paths.count > 1 ? "]\n" : "\n", out);
}

static void write_entry(const struct app *app, const char *folder, FILE *out,
                        struct arena *arena)
{
    const char *text[OPTION_COUNT];

    write_paths(app, folder, out, arena);
    if (!app->has_dataset)
        return;
    words_of(app, text, arena);
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (!text[i])
            continue;
        fprintf(out, "    %s: ", option_info((enum option_number)i)->name);
        write_text(option_info((enum option_number)i)->argument ? text[i] : "yes", out);
        fputc('\n', out);
    }
}

static bool write_all(struct app *app, const char *folder, FILE *out)
{
    struct arena arena = {0};
    size_t current = app->tabs.current;
    enum page page = app->page;

    fprintf(out, "entrepot-workspace: 1\nopen: %zu\ndatasets:\n", current + 1);
    for (size_t i = 0; i < tabs_count(app); i++) {
        tabs_go(app, i);
        write_entry(app, folder, out, &arena);
    }
    tabs_go(app, current);
    app->page = page;
    arena_clear(&arena);
    return fflush(out) == 0 && !ferror(out);
}

bool workspace_save(struct app *app, const char *path, enum save_mode mode,
                    struct diag_list *diags)
{
    struct save save;

    if (strcmp(app->file, "-") == 0)
        return diag_error(diags, (struct source_pos){path, 0, 0},
                          N_("standard input cannot be opened again"));
    return save_open(&save, path, mode, diags) &&
           save_commit(&save, write_all(app, save.folder, save.out), diags);
}

/* Reading. */

static void say(struct app *app, const struct workspace_word *word,
                const struct diag_list *problems)
{
    if (problems->first && !app->message[0])
        snprintf(app->message, sizeof(app->message), "%.80s:%zu:%zu: %.120s",
                 word->at.file, word->at.line, word->at.column,
                 problems->first->message);
}

static enum option_number option_of(const char *name)
{
    static const enum option_number words[] = {
#define X(option, name) OPTION_##option,
        WORDS(X)
#undef X
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(option_info(words[i])->name, name) == 0)
            return words[i];
    return OPTION_COUNT;
}

/* The words as options; the first that is none, or has a bad argument, is said. */
static struct options options_of(struct app *app, const struct workspace_entry *entry,
                                 struct arena *arena)
{
    struct options options = {0};

    for (size_t i = 0; i < entry->word_count; i++) {
        const struct workspace_word *word = &entry->words[i];
        struct diag_list problems = {.arena = arena};
        enum option_number option = option_of(word->name);
        if (option == OPTION_COUNT)
            diag_error(&problems, word->at, "a workspace knows no '%.40s'", word->name);
        else if (!options_set(&options, option, word->text, &problems))
            options.text[option] = NULL;
        say(app, word, &problems);
    }
    return options;
}

/* What the words answer about the file; NULL for nothing. Mistakes are said later. */
static const struct load_answers *answers_in(struct app *app,
                                             const struct workspace_entry *entry)
{
    struct arena arena = {0};
    struct diag_list unheard = {.arena = &arena};
    struct options options = {0};
    const struct load_answers *answers = NULL;

    for (size_t i = 0; i < entry->word_count; i++) {
        enum option_number option = option_of(entry->words[i].name);
        if (option != OPTION_COUNT && answers_are_of(option) &&
            options_set(&options, option, entry->words[i].text, &unheard))
            answers = &options.answers;
    }
    if (answers)
        answers = answers_copy(answers, &app->program_arena);
    arena_clear(&arena);
    return answers;
}

/* All words at once; when one does not fit, without those that do not. */
static void apply(struct app *app, const struct workspace_entry *entry,
                  struct arena *arena)
{
    struct diag_list diags = {.arena = arena};
    struct options options = options_of(app, entry, arena);

    if (batch_apply(app, &options, &diags))
        return;
    for (size_t i = 0; i < entry->word_count; i++) {
        struct options one = options;
        struct diag_list problems = {.arena = arena};
        enum option_number option = option_of(entry->words[i].name);
        for (size_t o = 0; o < OPTION_COUNT; o++)
            if (o != (size_t)option && o != OPTION_BY)
                one.text[o] = NULL;
        if (option == OPTION_COUNT || !options.text[option] ||
            batch_apply(app, &one, &problems))
            continue;
        options.text[option] = NULL;
        say(app, &entry->words[i], &problems);
    }
    lens_reset(app);
    batch_apply(app, &options, &diags);
    app_refresh(app);
}

void workspace_apply(struct app *app, const struct workspace_entry *entry)
{
    struct arena arena = {0};

    app->words = NULL;
    apply(app, entry, &arena);
    arena_clear(&arena);
}

/* A file that is being read has them then. */
static void open_entry(struct app *app, const struct workspace_entry *entry,
                       const char *path)
{
    app->words = entry;
    if (tabs_open_answered(app, path, answers_in(app, entry)) && app->words &&
        app->loading.words != entry)
        workspace_apply(app, entry);
    app->words = NULL;
}

static const char *path_in(const char *workspace, const char *file, struct arena *arena)
{
    const char *folder = path_folder(workspace, arena);
    struct paths paths = paths_of(file, arena);
    const char *all = NULL;

    for (size_t i = 0; i < paths.count; i++) {
        const char *path = paths.path[i];
        if (*path != '/')
            path = arena_printf(arena, "%s%s", folder, path);
        all = paths_add(all, path, arena);
    }
    return all;
}

static enum load_result refuse(struct app *app, const char *path)
{
    diag_sort(&app->diags);
    app->file = app->has_dataset ? app->file : path;
    app->failed_path = path;
    app->source = source_read(&app->diag_arena, path, &app->source_size);
    app->problem = 0;
    app->page = PAGE_ERRORS;
    return LOAD_BAD_DATA;
}

static enum load_result open_workspace(struct app *app, const char *given)
{
    struct arena arena = {0};
    struct workspace workspace;
    const char *path = arena_printf(&app->program_arena, "%s", given);
    size_t shown = SIZE_MAX;

    arena_clear(&app->diag_arena);
    app->diags = (struct diag_list){.arena = &app->diag_arena};
    /* What it says is heard when its files are read. */
    if (!workspace_read(path, &workspace, &app->program_arena, &app->diags)) {
        arena_clear(&arena);
        return refuse(app, path);
    }
    for (size_t i = 0; i < workspace.count; i++) {
        const struct workspace_entry *entry = &workspace.entries[i];
        open_entry(app, entry, path_in(path, entry->file, &arena));
        if (i == workspace.open)
            shown = app->tabs.current;
    }
    tabs_go(app, shown);
    arena_clear(&arena);
    return app->has_dataset ? LOAD_OK : LOAD_BAD_DATA;
}

enum load_result workspace_open_file(struct app *app, const char *path)
{
    if (workspace_is(path))
        return open_workspace(app, path);
    return tabs_open(app, path) ? LOAD_OK : LOAD_BAD_DATA;
}
