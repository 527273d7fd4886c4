#include "core/load/progress.h"

/* Nothing is left that a stop could leave out. */
static bool has_all(const struct load_progress *progress)
{
    size_t total = atomic_load_explicit(&progress->total, memory_order_relaxed);

    return total &&
           atomic_load_explicit(&progress->bytes, memory_order_relaxed) >= total;
}

bool progress_stops(struct load_progress *progress)
{
    if (!progress->has_stopped &&
        atomic_load_explicit(&progress->wants_stop, memory_order_relaxed))
        progress->has_stopped = !has_all(progress);
    return progress->has_stopped;
}

size_t progress_room(struct load_progress *progress, size_t room)
{
    size_t left = progress->head - progress->text;

    if (progress_stops(progress))
        return 0;
    if (!progress->head || room < left)
        return room;
    progress->has_stopped = left == 0;
    return left;
}

void progress_add(struct load_progress *progress, size_t bytes)
{
    atomic_fetch_add_explicit(&progress->bytes, bytes, memory_order_relaxed);
    if (progress->row)
        atomic_store_explicit(&progress->rows, *progress->row, memory_order_relaxed);
    if (progress->on_read)
        progress->on_read(progress->on_read_state);
}
