#include "tui/tty.h"

#include "core/base/translate.h"
#include "tui/clock.h"
#include "tui/input.h"
#include "tui/screen.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/types.h>
#include <unistd.h>

/* How long the rest of a key's sequence may take to come. A bare Esc waits as long. */
enum { ESCAPE_WAIT = 25, ROWS_UNKNOWN = 24, COLS_UNKNOWN = 80 };

/* Beside TTY_WOKEN. */
enum { WATCHED = -2 };

static void set_modes(struct tty *tty)
{
    tty->during = tty->before;
    tty->during.c_iflag &=
        ~(tcflag_t)(BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    tty->during.c_oflag &= ~(tcflag_t)ONLCR;
    tty->during.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN);
    tty->during.c_lflag |= (tcflag_t)ISIG;
    tty->during.c_cc[VMIN] = 1;
    tty->during.c_cc[VTIME] = 0;
}

const char *tty_open(struct tty *tty)
{
    *tty = (struct tty){.out = STDOUT_FILENO, .in = STDIN_FILENO, .watched = -1};
    if (!isatty(tty->out) || tcgetattr(tty->out, &tty->before) != 0)
        return _("standard output is not a terminal");
    if (!isatty(tty->in))
        tty->in = open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC);
    if (tty->in < 0)
        return _("there is no terminal to read keys from");
    set_modes(tty);
    return NULL;
}

void tty_close(struct tty *tty)
{
    if (tty->in > STDERR_FILENO)
        close(tty->in);
}

static int bounded(int count, const char *variable, int fallback, int most)
{
    const char *text = count > 0 ? NULL : getenv(variable);

    if (text)
        count = (int)strtol(text, NULL, 10);
    if (count <= 0)
        count = fallback;
    return count < most ? count : most;
}

void tty_size(const struct tty *tty, int *rows, int *cols)
{
    struct winsize size = {0};

    if (ioctl(tty->out, TIOCGWINSZ, &size) != 0)
        size = (struct winsize){0};
    *rows = bounded(size.ws_row, "LINES", ROWS_UNKNOWN, SCREEN_ROWS_MAX);
    *cols = bounded(size.ws_col, "COLUMNS", COLS_UNKNOWN, SCREEN_COLS_MAX);
}

/* Returns INPUT_NONE when bytes were added. */
static int read_bytes(struct tty *tty)
{
    struct decoder *decoder = &tty->decoder;
    ssize_t got = read(tty->in, decoder->bytes + decoder->count,
                       sizeof(decoder->bytes) - decoder->count);

    if (got > 0) {
        decoder->count += (size_t)got;
        return INPUT_NONE;
    }
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return INPUT_NONE;
    return INPUT_CLOSED;
}

/* One wait, at most `milliseconds`. *is_over: nothing came in that time. */
static int wait_for_bytes(struct tty *tty, int wake_fd, int milliseconds, bool *is_over)
{
    struct pollfd ready[] = {
        {.fd = tty->in, .events = POLLIN},
        {.fd = wake_fd, .events = POLLIN},
        {.fd = tty->watched, .events = POLLIN},
    };
    const int count = poll(ready, 3, milliseconds);

    *is_over = count == 0;
    if (count <= 0)
        return count == 0 || errno == EINTR ? INPUT_NONE : INPUT_CLOSED;
    if (ready[1].revents)
        return TTY_WOKEN;
    if (ready[0].revents)
        return read_bytes(tty);
    return WATCHED;
}

int tty_key(struct tty *tty, int wake_fd, int milliseconds)
{
    const long start = clock_now();
    bool is_over = false;

    for (;;) {
        int key = decode_key(&tty->decoder, is_over);

        if (key > 0)
            return key;

        const long left = milliseconds < 0 ? -1 : milliseconds - (clock_now() - start);
        const int wait = key == DECODE_MORE ? ESCAPE_WAIT
                         : milliseconds < 0 ? -1
                         : left > 0         ? (int)left
                                            : 0;

        key = wait_for_bytes(tty, wake_fd, wait, &is_over);
        if (key == WATCHED)
            return INPUT_NONE;
        if (key != INPUT_NONE)
            return key;
        if (is_over && tty->decoder.count == 0)
            return INPUT_NONE;
    }
}
