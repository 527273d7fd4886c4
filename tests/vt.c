#include "tests/vt.h"

#include "core/base/arena.h"
#include "core/base/text.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

enum { SIGNAL_COUNT = 32, PUMP_WAIT = 20, DESCRIPTORS = 256, SIZE_MAX_KNOWN = 1000 };

struct vt {
    bool is_deaf;
    struct arena arena;
    struct arena text; /* of vt_text() */
    int master;
    int slave; /* kept open: the modes are read from it after the end */
    pid_t pid;
    bool has_ended;
    int status;
    struct termios before;
    VTerm *terminal;
    VTermScreen *screen;
    bool is_alternate;
    bool is_cursor_shown;
    FILE *log;
    char *bytes;
    size_t count;
    double heard_at;
};

long vt_now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void set_environment(const struct vt_start *start)
{
    static const char *const unset[] = {
        "LINES",    "COLUMNS",  "NO_COLOR",  "CLICOLOR", "CLICOLOR_FORCE", "LANG",
        "LC_CTYPE", "LANGUAGE", "COLORFGBG", "TERM",     "COLORTERM"};

    for (size_t i = 0; i < sizeof(unset) / sizeof(unset[0]); i++)
        unsetenv(unset[i]);
    if (!start->term || *start->term)
        setenv("TERM", start->term ? start->term : "xterm-256color", 1);
    setenv("LC_ALL", start->locale ? start->locale : "C.UTF-8", 1);
    if (start->variable) {
        char name[64];
        size_t length = strcspn(start->variable, "=");

        snprintf(name, sizeof(name), "%.*s", (int)length, start->variable);
        setenv(name, start->variable + length + 1, 1);
    }
}

/* In the child: a session of its own with the pseudo terminal, and nothing inherited
 * from the test runner. */
static _Noreturn void run_program(const struct vt *vt, const struct vt_start *start,
                                  const char *const argv[])
{
    sigset_t none;
    char *arguments[32] = {0};

    for (size_t i = 0; argv[i] && i < 31; i++)
        arguments[i] = strdup(argv[i]);
    for (int i = 1; i < SIGNAL_COUNT; i++)
        signal(i, SIG_DFL);
    if (start->ignores_hangup)
        signal(SIGHUP, SIG_IGN);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    ioctl(vt->slave, TIOCSCTTY, 0);
    for (int i = 0; i < 3; i++)
        dup2(vt->slave, i);
    if (start->input_file)
        dup2(open(start->input_file, O_RDONLY), 0);
    for (int i = 3; i < DESCRIPTORS; i++)
        close(i);
    set_environment(start);
    execvp(arguments[0], arguments);
    _exit(127);
}

static void answer(const char *bytes, size_t count, void *user)
{
    const struct vt *vt = user;
    ssize_t sent = write(vt->master, bytes, count);

    (void)sent;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct vt *vt = user;

    if (property == VTERM_PROP_ALTSCREEN)
        vt->is_alternate = value->boolean;
    if (property == VTERM_PROP_CURSORVISIBLE)
        vt->is_cursor_shown = value->boolean;
    return 1;
}

static void open_terminal(struct vt *vt, const struct vt_start *start)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

    vt->terminal = vterm_new(start->rows, start->cols);
    vterm_set_utf8(vt->terminal, 1);
    vterm_output_set_callback(vt->terminal, answer, vt);
    vt->screen = vterm_obtain_screen(vt->terminal);
    vterm_screen_enable_altscreen(vt->screen, 1);
    vterm_screen_set_callbacks(vt->screen, &callbacks, vt);
    vterm_screen_reset(vt->screen, 1);
}

struct vt *vt_open(const struct vt_start *start, const char *const argv[])
{
    struct arena arena = {0};
    struct vt *vt = ARENA_NEW(&arena, struct vt);
    const struct winsize size = {.ws_row = (unsigned short)start->rows,
                                 .ws_col = (unsigned short)start->cols};

    vt->arena = arena;
    vt->log = open_memstream(&vt->bytes, &vt->count);
    if (openpty(&vt->master, &vt->slave, NULL, NULL, &size) != 0)
        abort();
    tcgetattr(vt->slave, &vt->before);
    open_terminal(vt, start);
    vt->pid = fork();
    if (vt->pid == 0)
        run_program(vt, start, argv);
    return vt;
}

void vt_close(struct vt *vt)
{
    struct arena arena = vt->arena;

    if (!vt->has_ended) {
        kill(vt->pid, SIGKILL);
        waitpid(vt->pid, NULL, 0);
    }
    vt_hang_up(vt);
    close(vt->slave);
    vterm_free(vt->terminal);
    fclose(vt->log);
    free(vt->bytes);
    arena_clear(&vt->text);
    arena_clear(&arena);
}

void vt_send(struct vt *vt, const char *keys)
{
    ssize_t sent = write(vt->master, keys, strlen(keys));

    (void)sent;
}

void vt_signal(struct vt *vt, int signal_number)
{
    kill(vt->pid, signal_number);
}

/* What libvterm is told of a size: it would reserve memory for any. */
static int known_size(int count, int fallback)
{
    return count <= 0 ? fallback : count > SIZE_MAX_KNOWN ? SIZE_MAX_KNOWN : count;
}

void vt_resize(struct vt *vt, int rows, int cols)
{
    const struct winsize size = {.ws_row = (unsigned short)rows,
                                 .ws_col = (unsigned short)cols};

    if (!vt->is_deaf)
        vterm_set_size(vt->terminal, known_size(rows, 24), known_size(cols, 80));
    ioctl(vt->master, TIOCSWINSZ, &size);
}

void vt_deafen(struct vt *vt, bool is_deaf)
{
    vt->is_deaf = is_deaf;
}

void vt_hang_up(struct vt *vt)
{
    if (vt->master >= 0)
        close(vt->master);
    vt->master = -1;
}

/* Reads what comes within the time; whether anything came. */
static bool pump(struct vt *vt, int milliseconds)
{
    struct pollfd ready = {.fd = vt->master, .events = POLLIN};
    struct timespec time;
    char bytes[65536];

    if (poll(&ready, 1, milliseconds) <= 0)
        return false;

    ssize_t got = read(vt->master, bytes, sizeof(bytes));

    if (got <= 0)
        return false;
    clock_gettime(CLOCK_MONOTONIC, &time);
    vt->heard_at = (double)time.tv_sec + (double)time.tv_nsec / 1e9;
    fwrite(bytes, 1, (size_t)got, vt->log);
    fflush(vt->log);
    if (vt->is_deaf)
        return true;
    vterm_input_write(vt->terminal, bytes, (size_t)got);
    vterm_screen_flush_damage(vt->screen);
    return true;
}

bool vt_wait(struct vt *vt, bool (*is_true)(struct vt *vt, void *data), void *data)
{
    const long end = vt_now() + VT_DEADLINE;

    while (!is_true(vt, data)) {
        if (vt_now() > end)
            return false;
        pump(vt, PUMP_WAIT);
    }
    return true;
}

static bool has_text(struct vt *vt, void *data)
{
    return strstr(vt_text(vt), data) != NULL;
}

static bool has_no_text(struct vt *vt, void *data)
{
    return !has_text(vt, data);
}

static bool has_ended(struct vt *vt, void *data)
{
    (void)data;
    if (!vt->has_ended)
        vt->has_ended = waitpid(vt->pid, &vt->status, WNOHANG) == vt->pid;
    return vt->has_ended;
}

bool vt_wait_text(struct vt *vt, const char *text)
{
    char copy[256];

    snprintf(copy, sizeof(copy), "%s", text);
    return vt_wait(vt, has_text, copy);
}

bool vt_wait_no_text(struct vt *vt, const char *text)
{
    char copy[256];

    snprintf(copy, sizeof(copy), "%s", text);
    return vt_wait(vt, has_no_text, copy);
}

void vt_wait_quiet(struct vt *vt, int milliseconds)
{
    const long end = vt_now() + VT_DEADLINE;

    while (vt_now() < end && pump(vt, milliseconds))
        continue;
}

bool vt_wait_end(struct vt *vt)
{
    if (!vt_wait(vt, has_ended, NULL))
        return false;
    while (pump(vt, 0))
        continue;
    return true;
}

const char *vt_text(struct vt *vt)
{
    int rows;
    int cols;
    size_t used = 0;

    vterm_get_size(vt->terminal, &rows, &cols);
    arena_clear(&vt->text);

    char *text = arena_alloc(&vt->text, (size_t)rows * ((size_t)cols * 4 + 1) + 4);

    for (int row = 0; row < rows; row++) {
        for (int col = 0; col < cols; col++) {
            struct vt_cell cell = vt_cell_at(vt, row, col);

            if (cell.codepoint)
                used += text_encode(cell.codepoint, text + used);
        }
        text[used++] = '\n';
    }
    text[used] = '\0';
    return text;
}

static int color_number(VTermColor color, bool is_own)
{
    if (is_own)
        return -1;
    return VTERM_COLOR_IS_INDEXED(&color) ? color.indexed.idx : -2;
}

struct vt_cell vt_cell_at(struct vt *vt, int row, int col)
{
    VTermScreenCell cell = {0};

    vterm_screen_get_cell(vt->screen, (VTermPos){row, col}, &cell);

    const bool is_right_half = cell.chars[0] == (uint32_t)-1;

    return (struct vt_cell){
        .codepoint = is_right_half   ? 0
                     : cell.chars[0] ? cell.chars[0]
                                     : ' ',
        .width = is_right_half ? 0 : cell.width,
        .ink = color_number(cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)),
        .paper = color_number(cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)),
        .is_bold = cell.attrs.bold,
        .is_underlined = cell.attrs.underline != 0,
        .is_reversed = cell.attrs.reverse,
    };
}

void vt_cursor(struct vt *vt, int *row, int *col)
{
    VTermPos at;

    vterm_state_get_cursorpos(vterm_obtain_state(vt->terminal), &at);
    *row = at.row;
    *col = at.col;
}

bool vt_is_cursor_shown(const struct vt *vt)
{
    return vt->is_cursor_shown;
}

bool vt_is_alternate(const struct vt *vt)
{
    return vt->is_alternate;
}

const char *vt_bytes(struct vt *vt, size_t *count)
{
    fflush(vt->log);
    *count = vt->count;
    return vt->bytes;
}

double vt_heard_at(const struct vt *vt)
{
    return vt->heard_at;
}

bool vt_has_modes_of_before(struct vt *vt)
{
    struct termios now;

    return tcgetattr(vt->slave, &now) == 0 && now.c_iflag == vt->before.c_iflag &&
           now.c_oflag == vt->before.c_oflag && now.c_cflag == vt->before.c_cflag &&
           now.c_lflag == vt->before.c_lflag &&
           memcmp(now.c_cc, vt->before.c_cc, sizeof(now.c_cc)) == 0;
}

int vt_exit_status(const struct vt *vt)
{
    return vt->has_ended && WIFEXITED(vt->status) ? WEXITSTATUS(vt->status) : -1;
}

int vt_exit_signal(const struct vt *vt)
{
    return vt->has_ended && WIFSIGNALED(vt->status) ? WTERMSIG(vt->status) : 0;
}

long vt_peak_kilobytes(const struct vt *vt)
{
    char line[128];
    long kilobytes = -1;

    snprintf(line, sizeof(line), "/proc/%d/status", (int)vt->pid);

    FILE *file = fopen(line, "r");

    while (file && fgets(line, sizeof(line), file))
        if (strncmp(line, "VmHWM:", 6) == 0)
            kilobytes = strtol(line + 6, NULL, 10);
    if (file)
        fclose(file);
    return kilobytes;
}
