#include "tui/restore.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

/* Signals that end the program, by somebody's will or by a mistake of ours. */
static const int fatal[] = {
    SIGHUP,  SIGINT,  SIGQUIT, SIGTERM, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU,
    SIGXFSZ, SIGABRT, SIGSEGV, SIGBUS,  SIGFPE,  SIGILL,  SIGTRAP, SIGSYS,
};

enum {
    FATAL_COUNT = sizeof(fatal) / sizeof(fatal[0]),
    STACK_BYTES = 64 * 1024,
    WRITE_WAIT = 200 /* milliseconds; a terminal stopped by ^S must not hold us */
};

static struct {
    volatile sig_atomic_t is_armed;
    volatile sig_atomic_t is_left; /* the terminal is as it was before */
    volatile sig_atomic_t was_resized;
    volatile sig_atomic_t was_resumed;
    bool has_atexit;
    struct restore_plan plan;
    int wake[2];
    struct sigaction fatal_before[FATAL_COUNT];
    struct sigaction stop_before, continue_before, resize_before;
    stack_t stack_before;
    /* A crash by too deep a recursion leaves no stack to restore the terminal on. */
    unsigned char stack[STACK_BYTES];
} state;

/* From here to the handlers: nothing but async-signal-safe calls. */

static void send_text(const char *text)
{
    struct pollfd ready = {.fd = state.plan.fd, .events = POLLOUT};
    size_t length = strlen(text);

    while (length > 0) {
        if (poll(&ready, 1, WRITE_WAIT) <= 0)
            return;

        ssize_t sent = write(state.plan.fd, text, length);

        if (sent < 0)
            return;
        text += sent;
        length -= (size_t)sent;
    }
}

static void leave(void)
{
    if (!state.is_armed || state.is_left)
        return;
    state.is_left = 1;
    send_text(state.plan.leave);
    tcsetattr(state.plan.fd, TCSANOW, &state.plan.before);
}

static void wake(void)
{
    ssize_t sent = write(state.wake[1], "", 1);

    (void)sent; /* a full pipe wakes as well */
}

/* The terminal may belong to the shell now: then tcsetattr() stops us once more, as it
 * should, until we are in the foreground. */
static void come_back(void)
{
    if (!state.is_armed)
        return;
    if (tcsetattr(state.plan.fd, TCSANOW, &state.plan.during) == 0 && state.is_left)
        send_text(state.plan.enter);
    state.is_left = 0;
    state.was_resumed = 1;
    wake();
}

static void unblock(int signal_number)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, signal_number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static bool is_fault(const siginfo_t *info, int signal_number)
{
    return info->si_code > 0 && (signal_number == SIGSEGV || signal_number == SIGBUS ||
                                 signal_number == SIGFPE || signal_number == SIGILL);
}

/* A fault happens again on return, now with the handler of before: the default one, or
 * a sanitizer's that wants to see the true place. */
static void on_fatal(int signal_number, siginfo_t *info, void *context)
{
    (void)context;
    leave();
    for (int i = 0; i < FATAL_COUNT; i++)
        if (fatal[i] == signal_number)
            sigaction(signal_number, &state.fatal_before[i], NULL);
    if (is_fault(info, signal_number))
        return;
    unblock(signal_number);
    raise(signal_number);
}

static void on_stop(int signal_number)
{
    const int error = errno;
    struct sigaction mine;

    leave();
    sigaction(signal_number, &state.stop_before, &mine);
    unblock(signal_number);
    raise(signal_number);
    sigaction(signal_number, &mine, NULL);
    if (state.is_left)
        come_back();
    errno = error;
}

static void on_continue(int signal_number)
{
    const int error = errno;

    (void)signal_number;
    come_back();
    errno = error;
}

static void on_resize(int signal_number)
{
    const int error = errno;

    (void)signal_number;
    state.was_resized = 1;
    wake();
    errno = error;
}

/* End of what runs in handlers. */

static bool open_wake(void)
{
    if (pipe(state.wake) != 0)
        return false;
    for (int i = 0; i < 2; i++) {
        fcntl(state.wake[i], F_SETFL, O_NONBLOCK);
        fcntl(state.wake[i], F_SETFD, FD_CLOEXEC);
    }
    return true;
}

/* Installs `action` unless the signal was ignored when the program started. */
static void install(int signal_number, struct sigaction *action,
                    struct sigaction *before)
{
    sigaction(signal_number, NULL, before);
    if ((before->sa_flags & SA_SIGINFO) || before->sa_handler != SIG_IGN)
        sigaction(signal_number, action, NULL);
}

static void install_all(void)
{
    struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
    const stack_t stack = {.ss_sp = state.stack, .ss_size = sizeof(state.stack)};

    sigaltstack(&stack, &state.stack_before);
    sigfillset(&action.sa_mask);
    action.sa_sigaction = on_fatal;
    for (int i = 0; i < FATAL_COUNT; i++)
        install(fatal[i], &action, &state.fatal_before[i]);

    /* In the background SIGTTOU has to stop us: see come_back(). */
    action.sa_flags = SA_RESTART;
    sigdelset(&action.sa_mask, SIGTTOU);
    action.sa_handler = on_stop;
    install(SIGTSTP, &action, &state.stop_before);
    action.sa_handler = on_continue;
    install(SIGCONT, &action, &state.continue_before);
    action.sa_handler = on_resize;
    sigaction(SIGWINCH, &action, &state.resize_before);
}

bool restore_arm(const struct restore_plan *plan)
{
    if (state.is_armed || !open_wake())
        return false;
    state.plan = *plan;
    state.is_left = 0;
    state.was_resized = 0;
    state.was_resumed = 0;
    state.is_armed = 1;
    install_all();
    if (!state.has_atexit)
        state.has_atexit = atexit(leave) == 0;
    return true;
}

void restore_update(const struct restore_plan *plan)
{
    sigset_t all;
    sigset_t before;

    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    state.plan = *plan;
    sigprocmask(SIG_SETMASK, &before, NULL);
}

void restore_disarm(void)
{
    if (!state.is_armed)
        return;
    tcsetattr(state.plan.fd, TCSADRAIN, &state.plan.before);
    state.is_armed = 0;
    for (int i = 0; i < FATAL_COUNT; i++)
        sigaction(fatal[i], &state.fatal_before[i], NULL);
    sigaction(SIGTSTP, &state.stop_before, NULL);
    sigaction(SIGCONT, &state.continue_before, NULL);
    sigaction(SIGWINCH, &state.resize_before, NULL);
    sigaltstack(&state.stack_before, NULL);
    close(state.wake[0]);
    close(state.wake[1]);
}

int restore_wake_fd(void)
{
    return state.wake[0];
}

int restore_events(void)
{
    char bytes[64];
    int events = 0;

    while (read(state.wake[0], bytes, sizeof(bytes)) > 0)
        continue;
    if (state.was_resized)
        events |= RESTORE_RESIZED;
    if (state.was_resumed)
        events |= RESTORE_RESUMED;
    state.was_resized = 0;
    state.was_resumed = 0;
    return events;
}
