#include "tui/terminfo.h"

#include "core/base/text.h"
#include "tui/input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_BYTES = 40 };

/* What an earlier program may have left on besides what we set ourselves: mouse reports
 * and bracketed paste. */
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define ANSI_RESET "\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?2004l"

static const char *capability(const struct description *terminal, enum capability name)
{
    return terminal->text[name] ? terminal->text[name] : "";
}

static bool has(const struct description *terminal, enum capability name)
{
    return *capability(terminal, name) != '\0';
}

static bool is(const struct description *terminal, enum capability name,
               const char *text)
{
    return strcmp(capability(terminal, name), text) == 0;
}

static bool is_usable(struct description *terminal, const char *type, int fd)
{
    return description_read(terminal, type, fd) && has(terminal, CAP_cup);
}

const char *terminfo_choose(struct description *terminal, int fd, char *note,
                            size_t note_size)
{
    static const char *const likely[] = {"xterm-256color", "vt100"};
    const char *type = getenv("TERM");
    struct arena arena = {0};

    note[0] = '\0';
    if (type && strcmp(type, "dumb") == 0) {
        snprintf(note, note_size, "a terminal of type 'dumb' has no screen");
        return NULL;
    }
    if (type && *type && is_usable(terminal, type, fd))
        return type;

    if (type && *type)
        snprintf(note, note_size, "unknown terminal '%s'",
                 text_ascii(&arena, type, strnlen(type, NAME_BYTES)));
    else
        snprintf(note, note_size, "TERM is not set");
    arena_clear(&arena);

    type = is_usable(terminal, likely[0], fd)   ? likely[0]
           : is_usable(terminal, likely[1], fd) ? likely[1]
                                                : NULL;
    if (type)
        snprintf(note + strlen(note), note_size - strlen(note), ", using %s", type);
    return type;
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

/* The same of one with two parameters. */
static void append_expanded(char text[RESTORE_BYTES], const char *more, int one,
                            int two)
{
    char expanded[RESTORE_BYTES];

    if (description_expand(expanded, sizeof(expanded), more, one, two))
        append(text, expanded);
}

static bool is_ansi(const struct description *terminal)
{
    return strncmp(capability(terminal, CAP_cup), "\033[", 2) == 0;
}

/* The alternate screen comes last: what is sent after it is for the shell's. Without
 * one, the prompt goes below our picture. */
static void plan_leave(const struct description *terminal, char leave[RESTORE_BYTES],
                       int rows)
{
    static const enum capability names[] = {CAP_sgr0, CAP_op, CAP_rmkx, CAP_cnorm};

    leave[0] = '\0';
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        append(leave, capability(terminal, names[i]));
    if (is_ansi(terminal))
        append(leave, ANSI_RESET);
    if (has(terminal, CAP_rmcup)) {
        append(leave, capability(terminal, CAP_rmcup));
    } else {
        append_expanded(leave, capability(terminal, CAP_cup), rows - 1, 0);
        append(leave, "\r\n");
    }
}

void terminfo_plan(const struct description *terminal, struct restore_plan *plan,
                   int rows)
{
    static const enum capability names[] = {CAP_sgr0, CAP_rmir, CAP_smam, CAP_smkx};

    plan_leave(terminal, plan->leave, rows);
    plan->enter[0] = '\0';
    append(plan->enter, capability(terminal, CAP_smcup));
    append_expanded(plan->enter, capability(terminal, CAP_csr), 0, rows - 1);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        append(plan->enter, capability(terminal, names[i]));
    if (plan->has_mouse && is_ansi(terminal))
        append(plan->enter, MOUSE_ON);
}

size_t terminfo_keys(const struct description *terminal,
                     struct decode_sequence keys[TERMINFO_KEYS])
{
    static const struct {
        enum capability bytes;
        int key;
    } names[TERMINFO_KEYS] = {
        {CAP_kcuu1, INPUT_UP},     {CAP_kcud1, INPUT_DOWN},
        {CAP_kcub1, INPUT_LEFT},   {CAP_kcuf1, INPUT_RIGHT},
        {CAP_kpp, INPUT_PAGE_UP},  {CAP_knp, INPUT_PAGE_DOWN},
        {CAP_khome, INPUT_HOME},   {CAP_kend, INPUT_END},
        {CAP_kcbt, INPUT_BACKTAB}, {CAP_kdch1, INPUT_DELETE},
        {CAP_kich1, INPUT_INSERT}, {CAP_kent, INPUT_ENTER},
        {CAP_kf1, INPUT_F1},       {CAP_kf2, INPUT_F1 + 1},
        {CAP_kf3, INPUT_F1 + 2},   {CAP_kf4, INPUT_F1 + 3},
        {CAP_kf5, INPUT_F1 + 4},   {CAP_kf6, INPUT_F1 + 5},
        {CAP_kf7, INPUT_F1 + 6},   {CAP_kf8, INPUT_F1 + 7},
        {CAP_kf9, INPUT_F1 + 8},   {CAP_kf10, INPUT_F1 + 9},
        {CAP_kf11, INPUT_F1 + 10}, {CAP_kf12, INPUT_F1 + 11},
    };
    size_t count = 0;

    /* A key of one byte is a character, whatever the description says. */
    for (size_t i = 0; i < TERMINFO_KEYS; i++) {
        const char *bytes = capability(terminal, names[i].bytes);

        if (strlen(bytes) > 1)
            keys[count++] = (struct decode_sequence){bytes, names[i].key};
    }
    return count;
}

/* A terminal of direct colours takes numbers from 8 on as red, green and blue. */
static int colors_of(const struct description *terminal)
{
    const int colors = terminal->colors;

    if (terminal->has_rgb)
        return 8;
    return colors >= 256 ? 256 : colors >= 16 ? 16 : colors >= 8 ? 8 : 0;
}

/* As curses decides it: has_colors() and use_default_colors(). */
struct terminfo_colors terminfo_colors(const struct description *terminal)
{
    struct terminfo_colors colors = {0};
    const bool has_ansi = has(terminal, CAP_setaf) && has(terminal, CAP_setab);
    const bool has_other = has(terminal, CAP_setf) && has(terminal, CAP_setb);

    if (terminal->colors <= 0 || terminal->pairs <= STYLE_COUNT ||
        (!has_ansi && !has_other && !has(terminal, CAP_scp)))
        return colors;
    colors.count = colors_of(terminal);
    colors.has_own = colors.count && (has(terminal, CAP_op) || has(terminal, CAP_oc)) &&
                     !has(terminal, CAP_initp);
    return colors;
}

/* Whether what we send would be what the description says. */
static bool is_paintable(const struct description *terminal)
{
    static const struct {
        enum capability name;
        const char *ansi;
    } modes[] = {{CAP_bold, "\033[1m"},
                 {CAP_dim, "\033[2m"},
                 {CAP_smul, "\033[4m"},
                 {CAP_rev, "\033[7m"}};

    for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++)
        if (has(terminal, modes[i].name) && !is(terminal, modes[i].name, modes[i].ansi))
            return false;
    /* Colours that exclude attributes, marks that take place, delays: for curses. */
    return is(terminal, CAP_cup, "\033[%i%p1%d;%p2%dH") &&
           is(terminal, CAP_vpa, "\033[%i%p1%dd") &&
           is(terminal, CAP_cuf, "\033[%p1%dC") && has(terminal, CAP_bold) &&
           has(terminal, CAP_rev) && terminal->xenl && terminal->xmc <= 0 &&
           terminal->ncv <= 0;
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

static bool add_color(char sgr[PAINT_SGR_MAX], const char *color, short number)
{
    char mode[PAINT_SGR_MAX];

    return number < 0 || (description_expand(mode, sizeof(mode), color, number, 0) &&
                          add_mode(sgr, mode));
}

/* From any other style into this one. */
static bool set_sgr(const struct description *terminal, char sgr[PAINT_SGR_MAX],
                    const struct appearance *look)
{
    snprintf(sgr, PAINT_SGR_MAX, "\033[");
    if ((look->is_bold && !add_mode(sgr, capability(terminal, CAP_bold))) ||
        (look->is_dim && has(terminal, CAP_dim) &&
         !add_mode(sgr, capability(terminal, CAP_dim))) ||
        (look->is_underlined && has(terminal, CAP_smul) &&
         !add_mode(sgr, capability(terminal, CAP_smul))) ||
        (look->is_reversed && !add_mode(sgr, capability(terminal, CAP_rev))) ||
        !add_color(sgr, capability(terminal, CAP_setaf), look->foreground) ||
        !add_color(sgr, capability(terminal, CAP_setab), look->background))
        return false;
    snprintf(sgr + strlen(sgr), PAINT_SGR_MAX - strlen(sgr), "m");
    return true;
}

bool terminfo_paint(const struct description *terminal, struct brushes *brushes,
                    const struct appearance looks[STYLE_COUNT])
{
    if (!is_paintable(terminal))
        return false;
    for (int style = 0; style < STYLE_COUNT; style++) {
        const struct appearance *look = &looks[style];

        if (!set_sgr(terminal, brushes->sgr[style], look))
            return false;
        brushes->has_ground[style] =
            look->background < 0 && !look->is_reversed && !look->is_underlined;
    }
    brushes->can_scroll = is(terminal, CAP_csr, "\033[%i%p1%d;%p2%dr") &&
                          is(terminal, CAP_ind, "\n") && is(terminal, CAP_ri, "\033M");
    brushes->can_shift = is(terminal, CAP_ich, "\033[%p1%d@") &&
                         is(terminal, CAP_dch, "\033[%p1%dP") &&
                         is(terminal, CAP_el, "\033[K");
    brushes->can_step =
        is(terminal, CAP_cud1, "\n") && is(terminal, CAP_cr, "\r") &&
        is(terminal, CAP_cub1, "\b") && is(terminal, CAP_cuu, "\033[%p1%dA") &&
        is(terminal, CAP_cud, "\033[%p1%dB") && is(terminal, CAP_cub, "\033[%p1%dD");
    brushes->can_erase = is(terminal, CAP_ech, "\033[%p1%dX");
    if (strlen(capability(terminal, CAP_clear)) < PAINT_CLEAR_MAX &&
        !strchr(capability(terminal, CAP_clear), '$'))
        snprintf(brushes->clear, PAINT_CLEAR_MAX, "%s",
                 capability(terminal, CAP_clear));
    return true;
}

/* Without the padding of terminals of old. */
static void send(const char *bytes, int one, int two)
{
    char text[RESTORE_BYTES] = "";

    append_expanded(text, bytes, one, two);
    fputs(text, stdout);
}

void terminfo_send_region(const struct description *terminal, int rows)
{
    send(capability(terminal, CAP_csr), 0, rows - 1);
    fflush(stdout);
}

void terminfo_send_cursor(const struct description *terminal, bool is_shown)
{
    send(capability(terminal, is_shown ? CAP_cnorm : CAP_civis), 0, 0);
}

void terminfo_send_mouse(const struct description *terminal, bool is_on)
{
    if (!is_ansi(terminal))
        return;
    fputs(is_on ? MOUSE_ON : MOUSE_OFF, stdout);
    fflush(stdout);
}

void terminfo_send_below(const struct description *terminal)
{
    if (!has(terminal, CAP_rmcup))
        fputs("\r\n", stdout);
}
