#include "tui/command_line.h"

#include "core/base/text.h"
#include "core/load/paths.h"
#include "tui/answers.h"
#include "tui/words.h"

#include <string.h>

static bool is_plain(const char *word)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        "%+,-./:=@_";

    return *word && strspn(word, plain) == strlen(word);
}

/* Bytes that are not for a terminal, as ksh, bash and zsh read them. */
static const char *quoted_bytes(const char *word, struct arena *arena)
{
    const char *out = "$'";

    for (; *word; word++) {
        unsigned char byte = (unsigned char)*word;
        if (byte == '\'' || byte == '\\')
            out = arena_printf(arena, "%s\\%c", out, byte);
        else if (byte < ' ' || byte >= 0x7f)
            out = arena_printf(arena, "%s\\%03o", out, byte);
        else
            out = arena_printf(arena, "%s%c", out, byte);
    }
    return arena_printf(arena, "%s'", out);
}

const char *command_line_quoted(const char *word, struct arena *arena)
{
    const char *out = "'";

    if (is_plain(word))
        return word;
    if (strcmp(text_clean(arena, word, strlen(word)), word) != 0)
        return quoted_bytes(word, arena);
    for (; *word; word++)
        out = *word == '\'' ? arena_printf(arena, "%s'\\''", out)
                            : arena_printf(arena, "%s%c", out, *word);
    return arena_printf(arena, "%s'", out);
}

static const char *add(const char *line, enum option_number option, const char *text,
                       struct arena *arena)
{
    const struct option_info *info = option_info(option);

    if (!text)
        return line;
    if (!info->argument)
        return arena_printf(arena, "%s --%s", line, info->name);
    return arena_printf(arena, "%s --%s=%s", line, info->name,
                        command_line_quoted(text, arena));
}

/* The keys that open what is no view of the data. */
static const char *keys_of(const struct app *app, struct arena *arena)
{
    size_t steps = app->page == PAGE_AUDIT      ? app->finding
                   : app->page == PAGE_QUESTION ? app->question.chosen
                                                : app->revision;
    const char *keys = app->page == PAGE_AUDIT                           ? "d"
                       : app->page == PAGE_QUESTION                      ? "A"
                       : app->page == PAGE_REVISIONS && !app->older.path ? "V"
                                                                         : "";

    while (steps--)
        keys = arena_printf(arena, "%sj", keys);
    return *keys ? keys : NULL;
}

/* What begins with '-' would be an option; "-" alone is standard input. */
static const char *path_words(const char *path, struct arena *arena)
{
    if (path[0] == '-' && path[1])
        path = arena_printf(arena, "./%s", path);
    return command_line_quoted(path, arena);
}

static const char *paths_words(const struct app *app, struct arena *arena)
{
    struct paths paths = paths_of(app->file, arena);
    const char *words = path_words(paths.path[0], arena);

    for (size_t i = 1; i < paths.count; i++)
        words = arena_printf(arena, "%s %s", words, path_words(paths.path[i], arena));
    return words;
}

const char *command_line_of(const struct app *app, struct arena *arena)
{
    const char *text[OPTION_COUNT];
    const char *line = "entrepot";
    bool has_words = app->has_dataset && app->page != PAGE_ERRORS;

    if (app->page == PAGE_GALLERY || !app->file)
        return line;
    if (has_words) {
        words_of(app, text, arena);
        for (size_t i = 0; i < OPTION_COUNT; i++)
            line = add(line, (enum option_number)i, text[i], arena);
        if (app->page == PAGE_REVISIONS)
            line = add(line, OPTION_COMPARE, app->older.path, arena);
        if (app->page != PAGE_DATA)
            line = add(line, OPTION_KEYS, keys_of(app, arena), arena);
    }
    /* What was read when it was stopped is no other size. */
    if (has_words && app->loaded.is_partial && !app->loaded.is_unread)
        line = add(line, OPTION_HEAD,
                   arena_printf(arena, "%zu", app->loaded.text_bytes), arena);
    line = add(line, OPTION_RATES, app->rates_path, arena);
    for (size_t i = 0; i < OPTION_COUNT && !has_words; i++)
        line = add(line, (enum option_number)i,
                   answers_words(question_answers(app), (enum option_number)i, arena),
                   arena);
    line = add(line, OPTION_ASCII, app->look.is_ascii ? "" : NULL, arena);
    return arena_printf(arena, "%s %s", line, paths_words(app, arena));
}
