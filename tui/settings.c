#include "tui/settings.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/load/yaml_reader.h"
#include "tui/settings_internal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SETTINGS_BYTES_MAX = 1024 * 1024 };

static const char *const color_words[] = {
    [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};

/* What is read of the file besides the settings: what is checked at its end. */
struct reading {
    struct settings settings;
    struct builder_text theme; /* text NULL: not given */
};

void settings_open(struct settings *settings)
{
    *settings = (struct settings){.theme_count = THEME_COUNT};
    keymap_open(&settings->keys);
    memcpy(settings->themes, themes, THEME_COUNT * sizeof(themes[0]));
}

/* The base directory specification: a path that is not absolute counts as unset. */
const char *settings_path(struct arena *arena)
{
    const char *base = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");

    if (base && base[0] == '/')
        return arena_printf(arena, "%s/entrepot/config.yaml", base);
    if (home && home[0] == '/')
        return arena_printf(arena, "%s/.config/entrepot/config.yaml", home);
    return NULL;
}

static void read_theme(struct reader *reader, void *target)
{
    struct reading *reading = target;

    read_text(reader, &reading->theme);
}

static void read_mouse(struct reader *reader, void *target)
{
    read_bool(reader, &((struct reading *)target)->settings.has_mouse);
}

static void read_ascii(struct reader *reader, void *target)
{
    read_bool(reader, &((struct reading *)target)->settings.is_ascii);
}

static void read_color(struct reader *reader, void *target)
{
    struct settings *settings = &((struct reading *)target)->settings;
    struct builder_text text;

    if (!read_text(reader, &text))
        return;
    for (size_t i = 0; i < sizeof(color_words) / sizeof(color_words[0]); i++) {
        if (strcmp(text.text, color_words[i]) == 0) {
            settings->color = (enum color_when)i;
            return;
        }
    }
    diag_error_span(reader->diags, text.at, builder_span(text),
                    _("'%.40s' is none of auto, always and never"), text.text);
}

static void read_language(struct reader *reader, void *target)
{
    struct builder_text text;

    if (read_text(reader, &text))
        ((struct reading *)target)->settings.language = text.text;
}

static void read_keys(struct reader *reader, void *target)
{
    settings_read_keys(reader, &((struct reading *)target)->settings);
}

static void read_themes(struct reader *reader, void *target)
{
    settings_read_themes(reader, &((struct reading *)target)->settings);
}

static const struct key file_keys[] = {
    {"theme", read_theme, false},   {"mouse", read_mouse, false},
    {"ascii", read_ascii, false},   {"color", read_color, false},
    {"lang", read_language, false}, {"keys", read_keys, false},
    {"themes", read_themes, false},
};

/* A theme may be used before it is described. */
static void choose_theme(struct reading *reading, struct diag_list *diags)
{
    struct settings *settings = &reading->settings;
    const char *names[SETTINGS_THEMES_MAX];
    const char *closest;

    if (!reading->theme.text)
        return;
    for (size_t i = 0; i < settings->theme_count; i++)
        names[i] = settings->themes[i].name;
    closest = text_closest(reading->theme.text, names, settings->theme_count);
    if (theme_find(settings->themes, settings->theme_count, reading->theme.text))
        settings->theme = reading->theme.text;
    else if (closest)
        diag_error_span(diags, reading->theme.at, builder_span(reading->theme),
                        _("unknown theme '%.40s' (did you mean '%s'?)"),
                        reading->theme.text, closest);
    else
        diag_error_span(diags, reading->theme.at, builder_span(reading->theme),
                        _("unknown theme '%.40s'"), reading->theme.text);
}

static void read_file(struct yaml_stream *stream, struct reading *reading,
                      struct arena *arena, struct diag_list *diags)
{
    struct reader *reader = ARENA_NEW(arena, struct reader);

    reader->stream = stream;
    reader->diags = diags;
    reader->arena = arena;
    reader->key = "";
    /* A file of comments only is a file without settings. */
    if (stream_next(stream)->kind != NODE_END)
        READ_MAPPING(reader, file_keys, _("a configuration"), reading);
    stream_finish(stream);
    choose_theme(reading, diags);
}

enum load_result settings_load(struct settings *settings, const char *path,
                               struct arena *arena, struct diag_list *diags)
{
    struct reading *reading = ARENA_NEW(arena, struct reading);
    struct bytes *bytes = ARENA_NEW(arena, struct bytes);
    struct yaml_stream *stream;
    size_t errors = diags->count[SEVERITY_ERROR];
    bool has_failed;

    if (!bytes_open(bytes, path, path, SETTINGS_BYTES_MAX, diags))
        return LOAD_UNREADABLE;
    reading->settings = *settings;
    stream = stream_open(bytes, &load_limits_default, arena, diags);
    read_file(stream, reading, arena, diags);
    stream_close(stream);
    has_failed = bytes->has_failed;
    bytes_close(bytes);
    diag_sort(diags);
    *settings = reading->settings;
    if (has_failed)
        return LOAD_UNREADABLE;
    return diags->count[SEVERITY_ERROR] > errors ? LOAD_BAD_DATA : LOAD_OK;
}
