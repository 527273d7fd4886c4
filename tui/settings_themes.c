/*
 * Themes of the user's own: a built-in one, some styles of which are painted otherwise.
 * A paint is a few words: attributes, a colour, `on` and another colour.
 */
#include "core/base/text.h"
#include "core/base/translate.h"
#include "tui/settings_internal.h"

#include <stdlib.h>
#include <string.h>

enum { NO_COLOR = -2 /* the words name none */, COLORS = 256, WORD_MAX = 24 };

static const char *const color_names[] = {
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
};
enum { COLOR_NAMES = sizeof(color_names) / sizeof(color_names[0]) };

static const struct {
    const char *word;
    uint8_t attribute;
} attributes[] = {
    {"plain", 0},
    {"bold", THEME_BOLD},
    {"dim", THEME_DIM},
    {"underline", THEME_UNDERLINE},
    {"reverse", THEME_REVERSE},
};
enum { ATTRIBUTES = sizeof(attributes) / sizeof(attributes[0]) };

/* What the words say. */
struct coat {
    int ink;
    int paper;
    bool has_attributes;
    uint8_t attributes;
};

/* A number, a name, bright-NAME, or default; NO_COLOR for another word. */
static int color_of(const char *word)
{
    static const char bright[] = "bright-";
    const bool is_bright = strncmp(word, bright, sizeof(bright) - 1) == 0;
    const char *name = is_bright ? word + sizeof(bright) - 1 : word;
    char *end;
    long number;

    if (strcmp(word, "default") == 0)
        return THEME_OWN;
    for (int i = 0; i < COLOR_NAMES; i++)
        if (strcmp(color_names[i], name) == 0)
            return i + (is_bright ? COLOR_NAMES : 0);
    if (*word < '0' || *word > '9')
        return NO_COLOR;
    number = strtol(word, &end, 10);
    return *end || number >= COLORS ? NO_COLOR : (int)number;
}

static bool add_attribute(struct coat *coat, const char *word)
{
    for (size_t i = 0; i < ATTRIBUTES; i++) {
        if (strcmp(attributes[i].word, word) == 0) {
            coat->has_attributes = true;
            coat->attributes |= attributes[i].attribute;
            return true;
        }
    }
    return false;
}

static bool refuse_word(struct reader *reader, struct builder_text text,
                        const char *word)
{
    return diag_error_span(reader->diags, text.at, builder_span(text),
                           _("'%.40s' is no colour and no attribute; write for example "
                             "'bold 39', 'black on yellow', 'reverse'"),
                           word);
}

static bool read_coat(struct reader *reader, struct builder_text text,
                      struct coat *coat)
{
    const char *rest = text.text + strspn(text.text, " ");
    bool is_paper = false;

    *coat = (struct coat){.ink = NO_COLOR, .paper = NO_COLOR};
    while (*rest) {
        const size_t length = strcspn(rest, " ");
        const char *word = arena_copy(reader->arena, rest, length);
        const int color = color_of(word);

        if (strcmp(word, "on") == 0)
            is_paper = true;
        else if (color != NO_COLOR)
            *(is_paper ? &coat->paper : &coat->ink) = color;
        else if (!add_attribute(coat, word))
            return refuse_word(reader, text, word);
        rest += length + strspn(rest + length, " ");
    }
    return true;
}

/* With fewer colours than the number needs, that of the base stays. */
static void set_color(short column[2][DEPTH_COUNT], int color)
{
    static const int limits[DEPTH_COUNT] = {8, 16, COLORS};

    if (color == NO_COLOR)
        return;
    for (int ground = 0; ground < 2; ground++)
        for (int depth = 0; depth < DEPTH_COUNT; depth++)
            if (color < limits[depth])
                column[ground][depth] = (short)color;
            else if (color < 2 * COLOR_NAMES)
                column[ground][depth] = (short)(color - COLOR_NAMES);
}

static void apply(struct paint *paint, const struct coat *coat)
{
    set_color(paint->ink, coat->ink);
    set_color(paint->paper, coat->paper);
    if (coat->has_attributes)
        paint->colored = paint->mono = coat->attributes;
}

static enum style style_find(const char *word)
{
    int style = 0;

    while (style < STYLE_COUNT && strcmp(style_name((enum style)style), word) != 0)
        style++;
    return (enum style)style;
}

static void refuse_style(struct reader *reader, struct builder_text word)
{
    const char *names[STYLE_COUNT + 1];
    const char *closest;

    for (int i = 0; i < STYLE_COUNT; i++)
        names[i] = style_name((enum style)i);
    names[STYLE_COUNT] = "base";
    closest = text_closest(word.text, names, STYLE_COUNT + 1);
    if (closest)
        diag_error_span(reader->diags, word.at, builder_span(word),
                        _("unknown style '%.40s' (did you mean '%s'?)"), word.text,
                        closest);
    else
        diag_error_span(reader->diags, word.at, builder_span(word),
                        _("unknown style '%.40s'; entrepot(1) lists them"), word.text);
}

/* What a theme's mapping says, before its base is known. */
struct draft {
    const struct theme *base;
    struct coat coat[STYLE_COUNT];
    bool has_coat[STYLE_COUNT];
};

static void read_base(struct reader *reader, struct draft *draft,
                      struct builder_text text)
{
    const struct theme *base = theme_find(themes, THEME_COUNT, text.text);

    if (base)
        draft->base = base;
    else
        diag_error_span(reader->diags, text.at, builder_span(text),
                        _("'%.40s' is no built-in theme to begin from"), text.text);
}

static void read_styles(struct reader *reader, struct draft *draft)
{
    struct builder_text word;
    struct builder_text text;

    while (names_next(reader, &word)) {
        const bool is_base = strcmp(word.text, "base") == 0;
        const enum style style = style_find(word.text);

        if (!is_base && style == STYLE_COUNT) {
            refuse_style(reader, word);
            stream_skip(reader->stream);
        } else if (read_text(reader, &text) && is_base) {
            read_base(reader, draft, text);
        } else if (text.text && !is_base) {
            draft->has_coat[style] = read_coat(reader, text, &draft->coat[style]);
        }
    }
}

static void add_theme(struct settings *settings, struct reader *reader,
                      const char *name, const struct draft *draft)
{
    struct paint *paints = ARENA_ARRAY(reader->arena, struct paint, STYLE_COUNT);
    struct theme *theme = &settings->themes[settings->theme_count++];

    memcpy(paints, draft->base->paints, STYLE_COUNT * sizeof(paints[0]));
    for (int style = 0; style < STYLE_COUNT; style++)
        if (draft->has_coat[style])
            apply(&paints[style], &draft->coat[style]);
    *theme = *draft->base;
    theme->name = name;
    theme->help = _("of your own");
    theme->paints = paints;
}

void settings_read_themes(struct reader *reader, void *target)
{
    struct settings *settings = target;
    struct builder_text name;

    if (!names_open(reader, _("themes by name: {mine: {base: dark, exports: 39}}")))
        return;
    while (names_next(reader, &name)) {
        struct draft draft = {.base = &themes[THEME_DARK]};

        if (theme_find(settings->themes, settings->theme_count, name.text)) {
            diag_error_span(reader->diags, name.at, builder_span(name),
                            _("there is a theme '%.40s' already"), name.text);
            stream_skip(reader->stream);
        } else if (settings->theme_count == SETTINGS_THEMES_MAX) {
            diag_error_span(reader->diags, name.at, builder_span(name),
                            _("more than %d themes"),
                            SETTINGS_THEMES_MAX - THEME_COUNT);
            stream_skip(reader->stream);
        } else if (names_open(reader, _("styles with their colours: {exports: 39}"))) {
            read_styles(reader, &draft);
            add_theme(settings, reader, name.text, &draft);
        }
    }
}
