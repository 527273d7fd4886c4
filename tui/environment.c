#include "tui/environment.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *environment(const char *name)
{
    const char *value = getenv(name);

    return value ? value : "";
}

bool environment_has_input(void)
{
    struct stat stat;

    return fstat(STDIN_FILENO, &stat) == 0 &&
           (S_ISFIFO(stat.st_mode) || (S_ISREG(stat.st_mode) && stat.st_size > 0));
}

bool environment_is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* --color, then the settings, NO_COLOR, CLICOLOR_FORCE, CLICOLOR; empty means unset. */
static int wished_colors(const struct options *options, const struct settings *settings,
                         bool is_terminal)
{
    if (options->color != COLOR_AUTO)
        return options->color == COLOR_ALWAYS ? 256 : 0;
    if (settings->color != COLOR_AUTO)
        return settings->color == COLOR_ALWAYS ? 256 : 0;
    if (*environment("NO_COLOR"))
        return 0;
    if (*environment("CLICOLOR_FORCE") &&
        strcmp(environment("CLICOLOR_FORCE"), "0") != 0)
        return 256;
    if (strcmp(environment("CLICOLOR"), "0") == 0 || !is_terminal)
        return 0;
    return 256;
}

/* COLORFGBG is "foreground;background" in the 16 colours: 7 and 15 are light. */
static enum background find_background(void)
{
    const char *last = strrchr(environment("COLORFGBG"), ';');

    return last && (strcmp(last, ";15") == 0 || strcmp(last, ";7") == 0)
               ? BACKGROUND_LIGHT
               : BACKGROUND_DARK;
}

struct look environment_look(const struct options *options,
                             const struct settings *settings, bool is_terminal)
{
    return (struct look){
        .is_ascii =
            options->text[OPTION_ASCII] || settings->is_ascii || !environment_is_utf8(),
        .colors = wished_colors(options, settings, is_terminal),
        .background = find_background(),
    };
}
