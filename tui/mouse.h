/*
 * Mouse: what a person does with it. Off by default, since a terminal that reports it
 * no longer selects text by itself.
 */
#ifndef TUI_MOUSE_H
#define TUI_MOUSE_H

struct app;

enum mouse_kind { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

/* Row and column of the screen, from 0. */
struct mouse {
    enum mouse_kind kind;
    int row;
    int col;
};

/* Besides keys and sizes, the third way into the app: does what a key would do to that
 * which is shown there. */
void app_mouse(struct app *app, const struct mouse *mouse);

#endif
