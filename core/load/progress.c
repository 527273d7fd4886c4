#include "core/load/progress.h"

#include <string.h>

/* Nothing is left that a stop could leave out. */
static bool has_all(const struct load_progress *progress)
{
    size_t total = atomic_load_explicit(&progress->total, memory_order_relaxed);

    return total &&
           atomic_load_explicit(&progress->bytes, memory_order_relaxed) >= total;
}

bool progress_stops(struct load_progress *progress)
{
    if (!progress->has_stopped && progress->text >= progress->least &&
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

void progress_cut(struct load_progress *progress)
{
    progress->has_stopped = progress->is_cut = true;
}

static void keep(struct load_progress *progress, const void *bytes, size_t size)
{
    size_t room = progress->kept_capacity - progress->kept_size;

    size = size < room ? size : room;
    if (size)
        memcpy(progress->kept + progress->kept_size, bytes, size);
    progress->kept_size += size;
}

void progress_add(struct load_progress *progress, const void *bytes, size_t size)
{
    if (progress->kept)
        keep(progress, bytes, size);
    atomic_fetch_add_explicit(&progress->bytes, size, memory_order_relaxed);
    if (progress->row)
        atomic_store_explicit(&progress->rows, *progress->row, memory_order_relaxed);
    if (progress->on_read)
        progress->on_read(progress->on_read_state);
}
