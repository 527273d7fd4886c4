#include "tui/terminfo.h"

#include "core/base/text.h"
#include "tui/input.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

enum { NAME_BYTES = 40 };

/* What an earlier program may have left on besides what we set ourselves: mouse reports
 * and bracketed paste. */
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define ANSI_RESET "\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?2004l"

static const char *capability(const char *name)
{
    const char *text = tigetstr(name);

    return text && text != (const char *)-1 ? text : "";
}

static bool is_usable(const char *type, int fd)
{
    int error;

    if (setupterm(type, fd, &error) != OK)
        return false;
    if (*capability("cup"))
        return true;
    terminfo_forget();
    return false;
}

const char *terminfo_choose(int fd, char *note, size_t note_size)
{
    static const char *const likely[] = {"xterm-256color", "vt100"};
    const char *type = getenv("TERM");
    struct arena arena = {0};

    note[0] = '\0';
    if (type && strcmp(type, "dumb") == 0) {
        snprintf(note, note_size, "a terminal of type 'dumb' has no screen");
        return NULL;
    }
    if (type && *type && is_usable(type, fd))
        return type;

    if (type && *type)
        snprintf(note, note_size, "unknown terminal '%s'",
                 text_ascii(&arena, type, strnlen(type, NAME_BYTES)));
    else
        snprintf(note, note_size, "TERM is not set");
    arena_clear(&arena);

    type = is_usable(likely[0], fd)   ? likely[0]
           : is_usable(likely[1], fd) ? likely[1]
                                      : NULL;
    if (type)
        snprintf(note + strlen(note), note_size - strlen(note), ", using %s", type);
    return type;
}

void terminfo_forget(void)
{
    if (cur_term)
        del_curterm(cur_term);
}

/* Adds a capability without its padding, which only tputs() understands. */
static void append(char text[RESTORE_BYTES], const char *more)
{
    size_t length = strlen(text);

    while (*more && length < RESTORE_BYTES - 1) {
        const char *end = more[0] == '$' && more[1] == '<' ? strchr(more, '>') : NULL;

        if (end)
            more = end + 1;
        else
            text[length++] = *more++;
    }
    text[length] = '\0';
}

static bool is_ansi(void)
{
    return strncmp(capability("cup"), "\033[", 2) == 0;
}

/* The alternate screen comes last: what is sent after it is for the shell's. Without
 * one, the prompt goes below our picture. */
static void plan_leave(char leave[RESTORE_BYTES], int rows)
{
    static const char *const names[] = {"sgr0", "op", "rmkx", "cnorm"};
    const char *cup = capability("cup");

    leave[0] = '\0';
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        append(leave, capability(names[i]));
    if (is_ansi())
        append(leave, ANSI_RESET);
    if (*capability("rmcup")) {
        append(leave, capability("rmcup"));
    } else {
        append(leave, tiparm(cup, rows - 1, 0));
        append(leave, "\r\n");
    }
}

void terminfo_plan(struct restore_plan *plan, int rows)
{
    static const char *const names[] = {"sgr0", "rmir", "smam", "smkx"};

    plan_leave(plan->leave, rows);
    plan->enter[0] = '\0';
    append(plan->enter, capability("smcup"));
    if (*capability("csr"))
        append(plan->enter, tiparm(capability("csr"), 0, rows - 1));
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        append(plan->enter, capability(names[i]));
    if (plan->has_mouse && is_ansi())
        append(plan->enter, MOUSE_ON);
}

size_t terminfo_keys(struct decode_sequence keys[TERMINFO_KEYS])
{
    static const struct decode_sequence names[TERMINFO_KEYS] = {
        {"kcuu1", INPUT_UP},     {"kcud1", INPUT_DOWN},   {"kcub1", INPUT_LEFT},
        {"kcuf1", INPUT_RIGHT},  {"kpp", INPUT_PAGE_UP},  {"knp", INPUT_PAGE_DOWN},
        {"khome", INPUT_HOME},   {"kend", INPUT_END},     {"kcbt", INPUT_BACKTAB},
        {"kdch1", INPUT_DELETE}, {"kich1", INPUT_INSERT}, {"kent", INPUT_ENTER},
        {"kf1", INPUT_F1},       {"kf2", INPUT_F1 + 1},   {"kf3", INPUT_F1 + 2},
        {"kf4", INPUT_F1 + 3},   {"kf5", INPUT_F1 + 4},   {"kf6", INPUT_F1 + 5},
        {"kf7", INPUT_F1 + 6},   {"kf8", INPUT_F1 + 7},   {"kf9", INPUT_F1 + 8},
        {"kf10", INPUT_F1 + 9},  {"kf11", INPUT_F1 + 10}, {"kf12", INPUT_F1 + 11},
    };
    size_t count = 0;

    /* A key of one byte is a character, whatever the description says. */
    for (size_t i = 0; i < TERMINFO_KEYS; i++) {
        const char *bytes = capability(names[i].bytes);

        if (strlen(bytes) > 1)
            keys[count++] = (struct decode_sequence){bytes, names[i].key};
    }
    return count;
}

static bool has_both(const char *one, const char *other)
{
    return *capability(one) && *capability(other);
}

/* A terminal of direct colours takes numbers from 8 on as red, green and blue. */
static int colors_of(int colors)
{
    if (tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || *capability("RGB"))
        return 8;
    return colors >= 256 ? 256 : colors >= 16 ? 16 : colors >= 8 ? 8 : 0;
}

/* As curses decides it: has_colors() and use_default_colors(). */
struct terminfo_colors terminfo_colors(void)
{
    struct terminfo_colors colors = {0};

    if (tigetnum("colors") <= 0 || tigetnum("pairs") <= STYLE_COUNT ||
        (!has_both("setaf", "setab") && !has_both("setf", "setb") &&
         !*capability("scp")))
        return colors;
    colors.count = colors_of(tigetnum("colors"));
    colors.has_own = colors.count && (*capability("op") || *capability("oc")) &&
                     !*capability("initp");
    return colors;
}

/* Whether what we send would be what the description says. */
static bool is_paintable(void)
{
    static const struct {
        const char *name;
        const char *ansi;
    } modes[] = {{"bold", "\033[1m"},
                 {"dim", "\033[2m"},
                 {"smul", "\033[4m"},
                 {"rev", "\033[7m"}};

    for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++)
        if (*capability(modes[i].name) &&
            strcmp(capability(modes[i].name), modes[i].ansi) != 0)
            return false;
    /* Colours that exclude attributes, marks that take place, delays: for curses. */
    return strcmp(capability("cup"), "\033[%i%p1%d;%p2%dH") == 0 &&
           strcmp(capability("vpa"), "\033[%i%p1%dd") == 0 &&
           strcmp(capability("cuf"), "\033[%p1%dC") == 0 && *capability("bold") &&
           *capability("rev") && tigetflag("xenl") > 0 && tigetnum("xmc") <= 0 &&
           tigetnum("ncv") <= 0;
}

/* Adds the parameters of ESC [ ... m; false when it is anything else. */
static bool add_mode(char sgr[PAINT_SGR_MAX], const char *mode)
{
    const size_t used = strlen(sgr);
    const size_t length = strlen(mode);

    if (length < 4 || strncmp(mode, "\033[", 2) != 0 || mode[length - 1] != 'm' ||
        used + length >= PAINT_SGR_MAX)
        return false;
    snprintf(sgr + used, PAINT_SGR_MAX - used, ";%.*s", (int)length - 3, mode + 2);
    return true;
}

static bool add_color(char sgr[PAINT_SGR_MAX], const char *name, short number)
{
    return number < 0 ||
           (*capability(name) && add_mode(sgr, tiparm(capability(name), (int)number)));
}

/* From any other style into this one. */
static bool set_sgr(char sgr[PAINT_SGR_MAX], const struct appearance *look)
{
    snprintf(sgr, PAINT_SGR_MAX, "\033[");
    if ((look->is_bold && !add_mode(sgr, capability("bold"))) ||
        (look->is_dim && *capability("dim") && !add_mode(sgr, capability("dim"))) ||
        (look->is_underlined && *capability("smul") &&
         !add_mode(sgr, capability("smul"))) ||
        (look->is_reversed && !add_mode(sgr, capability("rev"))) ||
        !add_color(sgr, "setaf", look->foreground) ||
        !add_color(sgr, "setab", look->background))
        return false;
    snprintf(sgr + strlen(sgr), PAINT_SGR_MAX - strlen(sgr), "m");
    return true;
}

bool terminfo_paint(struct brushes *brushes, const struct appearance looks[STYLE_COUNT])
{
    if (!is_paintable())
        return false;
    for (int style = 0; style < STYLE_COUNT; style++) {
        const struct appearance *look = &looks[style];

        if (!set_sgr(brushes->sgr[style], look))
            return false;
        brushes->has_ground[style] =
            look->background < 0 && !look->is_reversed && !look->is_underlined;
    }
    brushes->can_scroll = strcmp(capability("csr"), "\033[%i%p1%d;%p2%dr") == 0 &&
                          strcmp(capability("ind"), "\n") == 0 &&
                          strcmp(capability("ri"), "\033M") == 0;
    brushes->can_shift = strcmp(capability("ich"), "\033[%p1%d@") == 0 &&
                         strcmp(capability("dch"), "\033[%p1%dP") == 0 &&
                         strcmp(capability("el"), "\033[K") == 0;
    brushes->can_erase = strcmp(capability("ech"), "\033[%p1%dX") == 0;
    if (strlen(capability("clear")) < PAINT_CLEAR_MAX &&
        !strchr(capability("clear"), '$'))
        snprintf(brushes->clear, PAINT_CLEAR_MAX, "%s", capability("clear"));
    return true;
}

void terminfo_send_region(int rows)
{
    if (*capability("csr"))
        putp(tiparm(capability("csr"), 0, rows - 1));
    fflush(stdout);
}

void terminfo_send_cursor(bool is_shown)
{
    putp(capability(is_shown ? "cnorm" : "civis"));
}

void terminfo_send_mouse(bool is_on)
{
    if (!is_ansi())
        return;
    fputs(is_on ? MOUSE_ON : MOUSE_OFF, stdout);
    fflush(stdout);
}
