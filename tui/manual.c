/*
 * The manual page, from the same tables as the program.
 */
#include "tui/keymap.h"
#include "tui/options.h"
#include "tui/theme.h"
#include "tui/views/view.h"

#include <string.h>

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "unknown"
#endif

/* roff would take a leading dot or quote as a request, and '-' as a hyphen. */
static void put(const char *text, FILE *out)
{
    for (size_t i = 0; text[i]; i++) {
        if (i == 0 && (text[i] == '.' || text[i] == '\''))
            fputs("\\&", out);
        if (text[i] == '\\')
            fputs("\\e", out);
        else if (text[i] == '-')
            fputs("\\-", out);
        else
            fputc(text[i], out);
    }
}

static void put_option(const struct option_info *info, FILE *out)
{
    fputs(".TP\n.B ", out);
    if (info->letter)
        fprintf(out, "\\-%c, ", info->letter);
    fputs("\\-\\-", out);
    put(info->name, out);
    if (info->argument && info->argument[0] == '[')
        fprintf(out, "[=%.*s]", (int)strlen(info->argument) - 2, info->argument + 1);
    else if (info->argument)
        fprintf(out, "=%s", info->argument);
    fputc('\n', out);
    put(info->help, out);
    fputs(".\n", out);
}

static void put_options(FILE *out)
{
    fputs(".SH OPTIONS\n", out);
    for (size_t i = 0; i < OPTION_COUNT; i++)
        put_option(option_info((enum option_number)i), out);
}

static void put_views(FILE *out)
{
    fputs(".SH VIEWS\n", out);
    for (size_t i = 0; i < VIEW_COUNT; i++) {
        fputs(".TP\n.B ", out);
        put(view_ops((enum view)i)->name, out);
        fprintf(out, " (key %zu)\n", i + 1);
        put(view_ops((enum view)i)->help, out);
        fputs(".\n", out);
    }
}

static void put_group(const struct keymap *map, enum command_group group, FILE *out)
{
    char keys[KEYS_SHOWN_MAX];

    fputs(".SS ", out);
    put(command_group_title(group), out);
    fputc('\n', out);
    for (size_t c = 1; c < COMMAND_COUNT; c++) {
        const struct command_info *info = command_info((enum command)c);
        if (info->group != group)
            continue;
        fputs(".TP\n.B ", out);
        put(keymap_keys(map, keys, (enum command)c), out);
        fputc('\n', out);
        put(info->help, out);
        fputs(".\n", out);
    }
}

/* What the settings may name: themes and styles, from their tables. */
static void put_settings(FILE *out)
{
    fputs(".SH SETTINGS\n"
          "The settings are a YAML file (see FILES); all of its keys may be left out.\n"
          "Options win over them.\n"
          "A mistake keeps nobody from starting: the first is said, and\n"
          ".B \\-\\-check\\-config\nlists all.\n"
          ".TP\n.B theme\nThe name of a theme: ",
          out);
    for (size_t i = 0; i < THEME_COUNT; i++)
        fprintf(out, "%s (%s), ", themes[i].name, themes[i].help);
    fputs("or one of \\fBthemes\\fR.\n"
          ".TP\n.B mouse, ascii\ntrue or false.\n"
          ".TP\n.B color\nauto, always or never; wins over NO_COLOR and its kin.\n"
          ".TP\n.B lang\nThe language of the screen and of names: en, zh.\n"
          ".TP\n.B keys\nActions and their keys instead of the usual ones: a key or a "
          "list.\nThe actions are:\n",
          out);
    for (size_t c = 1; c < COMMAND_COUNT; c++) {
        put(command_info((enum command)c)->word, out);
        fputs(c + 1 < COMMAND_COUNT ? ",\n" : ".\n", out);
    }
    fputs(".TP\n.B themes\nThemes of your own by name: \\fBbase\\fR, a built\\-in one "
          "(dark if not said),\nand the styles that differ, each painted with a colour "
          "(0 to 255, default, black,\nred, green, yellow, blue, magenta, cyan, white, "
          "bright\\- and one of these),\n\\fBon\\fR another, and bold, dim, underline, "
          "reverse or plain.\nThe styles are:\n",
          out);
    for (int i = 0; i < STYLE_COUNT; i++) {
        put(style_name((enum style)i), out);
        fputs(i + 1 < STYLE_COUNT ? ",\n" : ".\n", out);
    }
}

static const char head[] =
    ".SH NAME\n"
    "entrepot \\- explore international trade data in the terminal\n"
    ".SH SYNOPSIS\n"
    ".B entrepot\n"
    "[\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n"
    ".SH DESCRIPTION\n"
    "entrepot opens trade data and shows exports, imports and the balance: key "
    "figures,\n"
    "scrollable tables, paired bars, trends and a ranking of surpluses and deficits, "
    "all\n"
    "by keyboard.\n"
    "With no \\fIFILE\\fR it reads what is piped in, else offers the bundled "
    "datasets.\n"
    "When \\fIFILE\\fR is \\-, it reads standard input, and keys come from the "
    "terminal.\n"
    "Without a terminal on standard output, or with TERM=dumb, it prints the view as\n"
    "text.\n"
    "Several files are open at once, each in a tab of its own; a file that key w saved "
    "is\n"
    "a workspace, and opens what it names.\n"
    ".PP\n"
    "Nothing is written unless asked for by key e or w, or by \\-\\-output; what is "
    "written "
    "is\n"
    "there whole or not at all. Key y copies by the control sequence OSC 52; within\n"
    ".BR tmux (1)\n"
    "that needs its option set\\-clipboard on, or allow\\-passthrough on.\n"
    ".PP\n"
    "A published total is never replaced by a sum; groups that overlap never enter "
    "one;\n"
    "what is missing is not zero. What the rows do not explain of their total is a "
    "row\n"
    "of its own.\n";

static const char columns[] =
    ".SS Lists\n"
    "Typing narrows a list to what has every word, in any order and without accents;\n"
    "Enter takes what is chosen. The list of : has actions with their keys, members\n"
    "of every dimension, periods, columns and datasets; a number is the row of that "
    "number.\n"
    ".SS Columns\n"
    "In the table, Left and Right go through the columns. In the list of columns,\n"
    "Space puts one in or takes it out, K and J move it, < and > change its width,\n"
    "H hides it, and f\n"
    "keeps all up to it in place when the others scroll; f there again frees them.\n"
    "A figure wider than its column is shown as \\[u2026] (# in ASCII), never cut.\n";
static const char filters[] =
    ".SH FILTERS\n"
    "A filter is made of terms; a row must satisfy all of them. A term that is not\n"
    "finished, or wrong, is ignored and marked so.\n"
    ".TP\n.B asia\n"
    "A word in the row's names, its code, its ancestors or groups; within quotes with\n"
    "blanks.\n"
    ".TP\n.B continent:Asia, partner:Niger, name:viet, code:USA, group:ASEAN\n"
    "What the row is, or lies in: a level or the dimension of the file, a name, a "
    "code, "
    "a\n"
    "group. What something is wholly called means that alone.\n"
    ".TP\n.B region:Asia, in:Asia\nAn ancestor at any level, or a group.\n"
    ".TP\n.B exports > 100, b <= \\-2bn, share>5%\n"
    "A column by its id, a part of it, or x, m, b, t; <, <=, >, >=, = or !=; a number "
    "in "
    "the\n"
    "unit and scale of the screen, in percent, or with k, mn, bn, tn, 万 or 亿. = and "
    "!=\n"
    "look at as many decimals as are written. What is missing satisfies nothing.\n"
    ".TP\n.B \\-asia, \\-group:EU, \\-exports > 1\nThe rows for which it does not "
    "hold.\n";

static const char tail[] =
    ".SH SIGNS\n"
    ".TP\n.B \\(pc\n"
    "Not available, or the file has no row for it (a point in the middle; '.' in "
    "ASCII).\n"
    ".TP\n.B \\-\nNot applicable.\n"
    ".TP\n.B c\nConfidential.\n"
    ".TP\n.B <\nRounded to nothing.\n"
    ".TP\n.B n/a\n"
    "Has no meaning: growth on a base of zero, or across a break in the series.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B NO_COLOR, CLICOLOR_FORCE, CLICOLOR\n"
    "Colour off, on, off where it is 0; in this order, after \\-\\-color. Empty is "
    "unset.\n"
    ".TP\n.B COLORFGBG\nTells a light background, as some terminals set it.\n"
    ".TP\n.B XDG_CONFIG_HOME, HOME\nWhere the settings are looked for. A path that is "
    "not absolute counts as unset.\n"
    ".TP\n.B TERM\nThe terminal; one that is not known is taken for xterm\\-256color.\n"
    ".TP\n.B LC_ALL, LC_CTYPE, LANG\n"
    "A locale that is not UTF\\-8 gives plain ASCII; one that begins with zh gives\n"
    "Chinese names. Files are read the same in every locale.\n"
    ".TP\n.B ENTREPOT_DATASETS\nFolder of the bundled datasets.\n"
    ".SH FILES\n"
    ".TP\n.I $XDG_CONFIG_HOME/entrepot/config.yaml\n"
    "The settings; without XDG_CONFIG_HOME, \\fI~/.config/entrepot/config.yaml\\fR.\n"
    "It need not be there, and the program never makes it.\n"
    "A sample with everything in it is installed with the documentation.\n"
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nFine.\n"
    ".TP\n.B 1\nThe data have errors.\n"
    ".TP\n.B 2\nWrong usage.\n"
    ".TP\n.B 3\nNo usable terminal.\n"
    ".TP\n.B 4\nA file cannot be read or written.\n"
    ".SH EXAMPLES\n"
    ".TP\n.B entrepot\nChoose among the bundled datasets.\n"
    ".TP\n.B entrepot \\-\\-view=surplus china\\-partners\\-2024.yaml\n"
    "Rank the partners by balance.\n"
    ".TP\n.B entrepot \\-\\-print=csv \\-\\-level=continent "
    "china\\-partners\\-2024.yaml\n"
    "The continents as CSV, in yuan.\n"
    ".TP\n.B entrepot \\-\\-check *.yaml\nReport every mistake in these files.\n"
    ".TP\n.B entrepot \\-\\-print\\-command \\-\\-keys=5jj "
    "china\\-partners\\-2024.yaml\nThe command that shows this screen again.\n"
    ".SH SEE ALSO\n"
    ".BR entrepot\\-dataset (5)\n";

void options_print_manual(FILE *out)
{
    struct keymap map;

    keymap_open(&map);
    fprintf(out, ".TH ENTREPOT 1 \"\" \"entrepot %s\" \"User Commands\"\n",
            PACKAGE_VERSION);
    fputs(head, out);
    put_options(out);
    put_views(out);
    fputs(".SH KEYS\nThe same key means the same thing in every view.\n", out);
    for (size_t g = 0; g < GROUP_COUNT; g++)
        put_group(&map, (enum command_group)g, out);
    fputs(columns, out);
    fputs(filters, out);
    put_settings(out);
    fputs(tail, out);
}
