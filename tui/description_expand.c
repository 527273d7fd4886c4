#include "tui/description.h"

#include <stdio.h>
#include <string.h>

/*
 * Capabilities with parameters are small programs for a stack machine (terminfo(5)):
 * "\033[%i%p1%d;%p2%dH" counts from one and writes both parameters.
 */

enum { DEPTH = 16, PARAMETERS = 9, VARIABLES = 26, DIGITS = 16 };

struct machine {
    char *out;
    size_t room; /* bytes left, with the one that ends it */
    int stack[DEPTH];
    size_t depth;
    int parameter[PARAMETERS];
    int variable[2][VARIABLES]; /* of small letters, and of capital ones */
    bool has_failed;
};

static void push(struct machine *machine, int value)
{
    if (machine->depth == DEPTH)
        machine->has_failed = true;
    else
        machine->stack[machine->depth++] = value;
}

/* An empty stack gives zeros. */
static int pop(struct machine *machine)
{
    return machine->depth ? machine->stack[--machine->depth] : 0;
}

static void put(struct machine *machine, const char *bytes, size_t length)
{
    if (length >= machine->room) {
        machine->has_failed = true;
        return;
    }
    memcpy(machine->out, bytes, length);
    machine->out += length;
    machine->room -= length;
}

static void put_number(struct machine *machine, int value)
{
    char digits[DIGITS];

    put(machine, digits, (size_t)snprintf(digits, sizeof(digits), "%d", value));
}

/* False when it is none of these. */
static bool compute(struct machine *machine, char operator)
{
    const int right = pop(machine);
    const int left = pop(machine);
    int value;

    switch (operator) {
    case '+':
        value = left + right;
        break;
    case '-':
        value = left - right;
        break;
    case '*':
        value = left * right;
        break;
    case '/':
        value = right ? left / right : 0;
        break;
    case 'm':
        value = right ? left % right : 0;
        break;
    case '&':
        value = left & right;
        break;
    case '|':
        value = left | right;
        break;
    case '^':
        value = left ^ right;
        break;
    case '=':
        value = left == right;
        break;
    case '<':
        value = left < right;
        break;
    case '>':
        value = left > right;
        break;
    case 'A':
        value = left && right;
        break;
    case 'O':
        value = left || right;
        break;
    default:
        return false;
    }
    push(machine, value);
    return true;
}

/* Behind the "%;" or, if `stops_at_else`, the "%e" that belongs to where it is. */
static const char *leave(const char *at, bool stops_at_else)
{
    int level = 0;

    for (; *at; at++) {
        if (*at != '%' || !at[1])
            continue;
        at++;
        if (*at == '?')
            level++;
        else if (*at == ';' && level-- == 0)
            return at + 1;
        else if (*at == 'e' && level == 0 && stops_at_else)
            return at + 1;
    }
    return at;
}

/* "%{12}" and "%'c'", behind the %: pushes it and returns what follows, NULL for what
 * is neither. */
static const char *push_constant(struct machine *machine, const char *at)
{
    int value = 0;

    if (*at == '\'') {
        if (!at[1] || at[2] != '\'')
            return NULL;
        push(machine, (unsigned char)at[1]);
        return at + 3;
    }
    for (at++; *at >= '0' && *at <= '9' && value < 1000000; at++)
        value = value * 10 + (*at - '0');
    push(machine, value);
    return *at == '}' ? at + 1 : NULL;
}

static int *variable(struct machine *machine, char letter)
{
    if (letter >= 'a' && letter <= 'z')
        return &machine->variable[0][letter - 'a'];
    return letter >= 'A' && letter <= 'Z' ? &machine->variable[1][letter - 'A'] : NULL;
}

/* "%p1", "%Pa" and "%ga", behind the %. */
static const char *use_letter(struct machine *machine, const char *at)
{
    int *of = at[0] == 'p' && at[1] >= '1' && at[1] <= '9'
                  ? &machine->parameter[at[1] - '1']
              : at[0] != 'p' ? variable(machine, at[1])
                             : NULL;

    if (!of)
        return NULL;
    if (at[0] == 'P')
        *of = pop(machine);
    else
        push(machine, *of);
    return at + 2;
}

/* What stands behind a %; returns what follows it, NULL when it is not understood. */
static const char *step(struct machine *machine, const char *at)
{
    char byte;

    switch (*at) {
    case '%':
        put(machine, "%", 1);
        break;
    case 'i':
        machine->parameter[0]++, machine->parameter[1]++;
        break;
    case 'd':
        put_number(machine, pop(machine));
        break;
    case 'c':
        byte = (char)pop(machine);
        put(machine, byte ? &byte : "\200", 1);
        break;
    case 'p':
    case 'P':
    case 'g':
        return use_letter(machine, at);
    case '{':
    case '\'':
        return push_constant(machine, at);
    case '!':
        push(machine, !pop(machine));
        break;
    case '~':
        push(machine, ~pop(machine));
        break;
    case '?':
    case ';':
        break;
    case 't':
        return pop(machine) ? at + 1 : leave(at + 1, true);
    case 'e':
        return leave(at + 1, false);
    default:
        return compute(machine, *at) ? at + 1 : NULL;
    }
    return at + 1;
}

bool description_expand(char *out, size_t size, const char *text, int one, int two)
{
    struct machine machine = {.out = out, .room = size, .parameter = {one, two}};

    while (text && *text && !machine.has_failed) {
        if (*text == '%')
            text = step(&machine, text + 1);
        else
            put(&machine, text++, 1);
    }
    if (size)
        *machine.out = '\0';
    return text && !machine.has_failed;
}
