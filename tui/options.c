#include "tui/options.h"

#include "core/base/text.h"
#include "core/base/translate.h"
#include "core/export/export.h"
#include "tui/answers.h"
#include "tui/views/view.h"

#include <getopt.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "unknown"
#endif

enum { MANUAL = OPTION_COUNT, HELP_COL = 26, HELP_WIDTH = 79, SIZE_MAX_SIDE = 1000 };

static const struct option_info infos[] = {
#define X(constant, letter, name, argument, help) {letter, name, argument, help},
    OPTIONS(X)
#undef X
};

static const struct source_pos here = {"entrepot", 0, 0};

const struct option_info *option_info(enum option_number option)
{
    return &infos[option];
}

/* getopt_long's two descriptions of the table. */
static void describe(struct option *longs, char *shorts)
{
    *shorts++ = ':';
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &infos[i];
        int has_argument = !info->argument            ? no_argument
                           : info->argument[0] == '[' ? optional_argument
                                                      : required_argument;
        longs[i] = (struct option){info->name, has_argument, NULL, 256 + i};
        if (!info->letter)
            continue;
        *shorts++ = info->letter;
        if (has_argument == required_argument)
            *shorts++ = ':';
    }
    longs[OPTION_COUNT] = (struct option){"manual", no_argument, NULL, 256 + MANUAL};
    longs[OPTION_COUNT + 1] = (struct option){0};
    *shorts = '\0';
}

static int option_of(int found)
{
    if (found >= 256)
        return found - 256;
    for (int i = 0; i < OPTION_COUNT; i++)
        if (infos[i].letter == found)
            return i;
    return -1;
}

/* What was typed is an option that does not exist, or lacks its argument. */
static bool complain(int found, char **argv, struct diag_list *diags)
{
    const char *names[OPTION_COUNT];
    const char *typed = argv[optind - 1];
    const char *word = typed[0] == '-' && typed[1] == '-' ? typed + 2 : NULL;
    const char *closest;

    if (found == ':')
        return diag_error(diags, here, _("option '%s' needs an argument"), typed);
    for (size_t i = 0; i < OPTION_COUNT; i++)
        names[i] = infos[i].name;
    if (!word)
        return diag_error(diags, here, _("unknown option '-%c'"),
                          optopt ? optopt : '?');
    if (strchr(word, '='))
        word = arena_copy(diags->arena, word, strcspn(word, "="));
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (strcmp(names[i], word) == 0)
            return diag_error(diags, here,
                              _("unknown option or one without an argument: '%s'"),
                              typed);
    closest = text_closest(word, names, OPTION_COUNT);
    if (closest)
        return diag_error(diags, here, _("unknown option '%s'; did you mean '--%s'?"),
                          typed, closest);
    return diag_error(diags, here, _("unknown option '%s'"), typed);
}

static bool read_view(const char *word, struct diag_list *diags)
{
    const char *names[VIEW_COUNT];
    const char *closest;
    const char *list = "";

    if (view_find(word) != VIEW_COUNT)
        return true;
    for (size_t i = 0; i < VIEW_COUNT; i++)
        names[i] = view_ops((enum view)i)->name;
    closest = text_closest(word, names, VIEW_COUNT);
    if (closest)
        return diag_error(diags, here, _("unknown view '%s'; did you mean '%s'?"), word,
                          closest);
    for (size_t i = 0; i < VIEW_COUNT; i++)
        list = arena_printf(diags->arena, "%s%s%s", list, i ? _(", ") : "", names[i]);
    return diag_error(diags, here, _("unknown view '%s'; there are: %s"), word, list);
}

static bool read_color(struct options *options, const char *word,
                       struct diag_list *diags)
{
    static const char *const words[] = {
        [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strcmp(word, words[i]) == 0) {
            options->color = (enum color_when)i;
            return true;
        }
    }
    return diag_error(diags, here, _("unknown --color '%s'; say auto, always or never"),
                      word);
}

/* Digits only, up to a limit; leaves *end behind them. */
bool options_read_count(const char *text, size_t limit, size_t *count, const char **end)
{
    *count = 0;
    *end = text;
    while (**end >= '0' && **end <= '9' && *count <= limit)
        *count = *count * 10 + (size_t)(*(*end)++ - '0');
    return *end != text && *count <= limit;
}

static bool read_size(struct options *options, const char *word,
                      struct diag_list *diags)
{
    const char *end;
    size_t cols;
    size_t rows;

    if (options_read_count(word, SIZE_MAX_SIDE, &cols, &end) && *end == 'x' &&
        options_read_count(end + 1, SIZE_MAX_SIDE, &rows, &end) && !*end && cols &&
        rows) {
        options->cols = (int)cols;
        options->rows = (int)rows;
        return true;
    }
    return diag_error(
        diags, here,
        _("--size '%s' is no size; write COLSxROWS, for example 80x24, at "
          "most %dx%d"),
        word, SIZE_MAX_SIDE, SIZE_MAX_SIDE);
}

static bool read_format(const char *word, struct diag_list *diags)
{
    if (!*word || strcmp(word, "text") == 0 || export_find(word))
        return true;
    return diag_error(diags, here,
                      _("unknown format '%s'; there are text, csv, tsv, json and md"),
                      word);
}

/* What a program by this ending would open, and we do not write. */
static bool read_output(const char *word, struct diag_list *diags)
{
    static const char *const others[] = {".xlsx", ".xls", ".ods", ".pdf",  ".html",
                                         ".htm",  ".xml", ".png", ".yaml", ".yml"};
    const char *dot = strrchr(text_file_name(word), '.');

    for (size_t i = 0; dot && i < sizeof(others) / sizeof(*others); i++)
        if (strcasecmp(dot, others[i]) == 0)
            return diag_error(diags, here,
                              _("--output '%s': there is no %s to write; the ending of "
                                "the name says the format: .csv .tsv .json .md .txt"),
                              word, others[i]);
    return true;
}

static bool read_top(struct options *options, const char *word, struct diag_list *diags)
{
    const char *end;

    if (options_read_count(word, 1000000000, &options->top, &end) && !*end &&
        options->top)
        return true;
    return diag_error(diags, here, _("--top '%s' is no number of rows"), word);
}

/* Bytes: 100000, 512k, 64M, 2G; of 1024 each. */
static bool read_bytes(enum option_number option, const char *word, size_t *bytes,
                       struct diag_list *diags)
{
    static const char letters[] = "kMG";
    const char *end;
    size_t count;

    if (options_read_count(word, SIZE_MAX >> 31, &count, &end) && count) {
        const char *letter = *end ? strchr(letters, *end) : NULL;
        for (const char *l = letters; letter && l <= letter; l++)
            count *= 1024;
        if (!*end || (letter && !end[1])) {
            *bytes = count;
            return true;
        }
    }
    return diag_error(diags, here, _("--%s '%s' is no size; 512k, 64M and 2G are"),
                      infos[option].name, word);
}

bool options_set(struct options *options, enum option_number option, const char *word,
                 struct diag_list *diags)
{
    options->text[option] = word;
    switch (option) {
    case OPTION_VIEW:
        return read_view(word, diags);
    case OPTION_COLOR:
        return read_color(options, word, diags);
    case OPTION_SIZE:
        return read_size(options, word, diags);
    case OPTION_PRINT:
        return read_format(word, diags);
    case OPTION_OUTPUT:
        return read_output(word, diags);
    case OPTION_TOP:
        return read_top(options, word, diags);
    case OPTION_HEAD:
        return read_bytes(option, word, &options->limits.head_bytes, diags);
    case OPTION_MEMORY:
        return read_bytes(option, word, &options->limits.memory_bytes, diags);
    case OPTION_UNIT:
        return answers_read_unit(options, word, diags);
    case OPTION_DATES:
        return answers_read_dates(options, word, diags);
    case OPTION_PERIODS:
        return answers_read_periods(options, word, diags);
    case OPTION_REPEATS:
        return answers_read_repeats(options, word, diags);
    case OPTION_REVISE:
        options->answers.revises = true;
        return true;
    case OPTION_DECIMAL:
        return answers_read_decimal(options, word, diags);
    case OPTION_ENCODING:
        return answers_read_encoding(options, word, diags);
    case OPTION_MAP:
        return answers_read_map(options, word, diags);
    default:
        return true;
    }
}

bool options_read(struct options *options, int argc, char **argv,
                  struct diag_list *diags)
{
    struct option longs[OPTION_COUNT + 2];
    char shorts[2 * OPTION_COUNT + 2];
    bool is_good = true;
    int found;

    *options = (struct options){.limits = load_limits_default};
    options->limits.answers = &options->answers;
    describe(longs, shorts);
    opterr = 0;
    while ((found = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        int option = found == '?' || found == ':' ? -1 : option_of(found);
        if (option == MANUAL)
            options->wants_manual = true;
        else if (option < 0)
            is_good = complain(found, argv, diags);
        else if (!options_set(options, (enum option_number)option, optarg ? optarg : "",
                              diags))
            is_good = false;
    }
    options->files = (const char *const *)(argv + optind);
    options->file_count = (size_t)(argc - optind);
    return is_good;
}

/* One option with its help, wrapped beside it. */
static void print_option(const struct option_info *info, FILE *out)
{
    const char *help = _(info->help);
    bool is_optional = info->argument && info->argument[0] == '[';
    int col = fprintf(out, info->letter ? "  -%c, " : "      ", info->letter);

    col += fprintf(out, "--%s", info->name);
    if (is_optional)
        col += fprintf(out, "[=%.*s]", (int)strlen(info->argument) - 2,
                       info->argument + 1);
    else if (info->argument)
        col += fprintf(out, "=%s", info->argument);
    if (col + 2 > HELP_COL) {
        fputc('\n', out);
        col = 0;
    }
    while (*help) {
        size_t bytes = text_break(help, HELP_WIDTH - HELP_COL);
        fprintf(out, "%*s%.*s\n", HELP_COL - col, "", (int)bytes, help);
        help += bytes;
        help += strspn(help, " ");
        col = 0;
    }
}

void options_print_help(FILE *out)
{
    fputs(_("Usage: entrepot [OPTION]... [FILE]...\n"
            "Explore international trade data in the terminal: exports, imports, "
            "balance.\n"
            "\n"
            "With no FILE, choose one of the bundled datasets. When FILE is -, read\n"
            "standard input; keys then come from the terminal. Without a terminal on\n"
            "standard output, print the view as text. A FILE may be a workspace that "
            "key\n"
            "w saved; several are open at once, as tabs.\n"
            "\n"),
          out);
    for (size_t i = 0; i < OPTION_COUNT; i++)
        print_option(&infos[i], out);
    fputs(_("\n"
            "Environment: NO_COLOR, CLICOLOR, CLICOLOR_FORCE, COLORFGBG, TERM, "
            "LANGUAGE,\n"
            "LC_ALL, LC_MESSAGES, LC_CTYPE, LANG, XDG_CONFIG_HOME, HOME, "
            "ENTREPOT_DATASETS\n"
            "(folder of the bundled datasets). Settings: entrepot/config.yaml in\n"
            "XDG_CONFIG_HOME, else in ~/.config; entrepot(1) describes them.\n"
            "\n"
            "Exit status: 0 fine, 1 the data have errors, 2 wrong usage, 3 no usable\n"
            "terminal, 4 a file cannot be read or written.\n"
            "\n"
            "In the program, ? shows every key. The file format is in "
            "entrepot-dataset(5),\n"
            "pictures of all views are in entrepot-views(7).\n"),
          out);
}

void options_print_version(FILE *out)
{
    fprintf(out, "entrepot %s\n", PACKAGE_VERSION);
    fputs(_("Copyright (C) 2026 the entrepot authors. MIT licence.\n"), out);
}

int options_usage_error(struct diag_list *diags)
{
    diag_print(diags, stderr);
    fputs(_("Try 'entrepot --help' for more information.\n"), stderr);
    return EXIT_USAGE;
}
