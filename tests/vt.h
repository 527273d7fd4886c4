/*
 * Vt: a program in a pseudo terminal, its output read by libvterm. What a person would
 * see, as text and cells; what was sent, as bytes; how the terminal was left.
 *
 *     struct vt *vt = vt_open(&(struct vt_start){.rows = 24, .cols = 80}, argv);
 *     cr_assert(vt_wait_text(vt, "China"));
 *     vt_send(vt, "q");
 *     cr_assert(vt_wait_end(vt));
 *     vt_close(vt);
 *
 * Nothing waits for a fixed time: waits end when what is awaited is there, and fail
 * only after a time that a loaded machine does not need.
 */
#ifndef TESTS_VT_H
#define TESTS_VT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A sanitizer takes memory and ends a crashed program in its own way. */
#if defined(__SANITIZE_ADDRESS__)
#define VT_IS_SANITIZED true
#elif defined(__has_feature)
#define VT_IS_SANITIZED __has_feature(address_sanitizer)
#else
#define VT_IS_SANITIZED false
#endif

enum { VT_DEADLINE = 60 * 1000 }; /* milliseconds */

struct vt_start {
    int rows;
    int cols;
    const char *term;       /* NULL: xterm-256color; "": not set */
    const char *locale;     /* NULL: C.UTF-8 */
    const char *variable;   /* one more "NAME=value", or NULL */
    const char *input_file; /* standard input instead of the terminal, or NULL */
    bool ignores_hangup;    /* as under nohup */
};

struct vt_cell {
    uint32_t codepoint; /* ' ' when blank, 0 right of a wide one */
    int width;
    int ink; /* colour number, -1 the terminal's own */
    int paper;
    bool is_bold;
    bool is_underlined;
    bool is_reversed;
};

struct vt *vt_open(const struct vt_start *start, const char *const argv[]);
/* Ends the program if it still runs. */
void vt_close(struct vt *vt);

void vt_send(struct vt *vt, const char *keys);
void vt_signal(struct vt *vt, int signal_number);
void vt_resize(struct vt *vt, int rows, int cols);
/* From now on what is sent is read and forgotten: libvterm 0.1 can fail itself when its
 * size and the text on the way do not agree. Listening again takes a size and ^L. */
void vt_deafen(struct vt *vt, bool is_deaf);
/* The line drops. */
void vt_hang_up(struct vt *vt);

/* Reads until the condition holds; false when it does not come. */
bool vt_wait_text(struct vt *vt, const char *text);
bool vt_wait_no_text(struct vt *vt, const char *text);
bool vt_wait(struct vt *vt, bool (*is_true)(struct vt *vt, void *data), void *data);
/* Until nothing has been sent for that long. */
void vt_wait_quiet(struct vt *vt, int milliseconds);
/* Until the program is gone and all it sent is read. */
bool vt_wait_end(struct vt *vt);

/* The screen as lines, valid until the next call. */
const char *vt_text(struct vt *vt);
struct vt_cell vt_cell_at(struct vt *vt, int row, int col);
void vt_cursor(struct vt *vt, int *row, int *col);
bool vt_is_cursor_shown(const struct vt *vt);
bool vt_is_alternate(const struct vt *vt);

/* All bytes that the program has sent so far. */
const char *vt_bytes(struct vt *vt, size_t *count);
/* When the last of them came: seconds of CLOCK_MONOTONIC. */
double vt_heard_at(const struct vt *vt);

/* Whether the terminal's modes are those of before the start. */
bool vt_has_modes_of_before(struct vt *vt);

/* Of a program that has ended: its exit status, or -1; its signal, or 0. */
int vt_exit_status(const struct vt *vt);
int vt_exit_signal(const struct vt *vt);

/* The most memory that it has held so far, in kilobytes. */
long vt_peak_kilobytes(const struct vt *vt);

/* Milliseconds of a clock that only goes forward. */
long vt_now(void);

#endif
