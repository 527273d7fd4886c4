#include "tui/views/empty.h"

bool view_is_empty(const struct app *app, struct cells *cells, struct rect area,
                   struct arena *arena)
{
    const struct frame *frame = app->frame;
    struct rect box;

    if (frame->row_count)
        return false;
    box = rect_middle(area, 4, 60);
    if (app->lens.filter[0]) {
        cells_fit(
            cells, box, 0, 0, box.cols, STYLE_WARNING, ALIGN_CENTRE,
            arena_printf(arena, "No %s match '%s'.", frame->noun, app->lens.filter));
        cells_fit(cells, box, 2, 0, box.cols, STYLE_PLAIN, ALIGN_CENTRE,
                  arena_printf(arena, "F drops the filter and shows all %zu",
                               frame->member_count));
        return true;
    }
    cells_fit(cells, box, 0, 0, box.cols, STYLE_MUTED, ALIGN_CENTRE,
              frame->exports == MEASURE_NONE ? "This dataset has no figures over time."
                                             : "No figures here.");
    cells_fit(cells, box, 2, 0, box.cols, STYLE_PLAIN, ALIGN_CENTRE,
              "6 shows its notes and facts");
    return true;
}
