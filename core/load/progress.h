/*
 * Progress: how far a load is, for another thread to see, and its wish to stop it.
 *
 * The source layer counts here what it reads. When a stop is wanted, or `head` bytes of
 * text were given, it gives no more: readers take that for the end of the data, but
 * they leave out what it cut in two, and blame nobody for it. So what is read is whole
 * rows from the beginning on, and the dataset says that it is a part (is_partial).
 */
#ifndef CORE_LOAD_PROGRESS_H
#define CORE_LOAD_PROGRESS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum load_phase {
    LOAD_PHASE_READING,
    LOAD_PHASE_ARRANGING /* all is read: members, keys and totals are looked at */
};

/* Zeroed, it is ready: {.wake_fd = -1}. */
struct load_progress {
    /* Written by the load, in this order; read by anybody. */
    atomic_size_t bytes; /* of the files as they lie on the disk, packed or not */
    atomic_size_t total; /* of these, 0: not known */
    atomic_size_t rows;
    atomic_int phase; /* enum load_phase */

    /* Written by anybody. */
    atomic_bool wants_stop;
    int wake_fd; /* becomes readable with it, for a read that waits; -1: none */

    /* Given with the load. */
    size_t head;   /* bytes of text, unpacked and in UTF-8, after which it stops; 0: all
                    */
    size_t least;  /* bytes of text that are given whatever is wanted */
    bool is_begin; /* what is in memory is the beginning of something longer */
    void (*on_read)(void *state); /* by the load, when bytes came or did not; NULL */
    void *on_read_state;

    char *kept; /* the first bytes of the file, where there is room; NULL */
    size_t kept_capacity;
    size_t kept_size;

    /* Of the load alone. */
    size_t text;       /* bytes given to readers */
    bool has_stopped;  /* and something may have been left out */
    bool is_cut;       /* by the end of a packed file that is cut short */
    bool is_at_cut;    /* nothing more comes out of one, and readers may not know yet */
    bool is_cut_gzip;  /* a gzip file, of which more can be had (gunzip.h) */
    const size_t *row; /* what is counted as rows */
};

/* For the source layer: how many of `room` bytes of text may be given, none after which
 * has_stopped holds. */
size_t progress_room(struct load_progress *progress, size_t room);
/* Whether a stop is wanted; has_stopped holds then. */
bool progress_stops(struct load_progress *progress);
/* The last text of a packed file that is cut short was given: has_stopped holds. */
void progress_cut(struct load_progress *progress);
/* So many bytes of a file came; 0: none did for a while. */
void progress_add(struct load_progress *progress, const void *bytes, size_t size);

#endif
