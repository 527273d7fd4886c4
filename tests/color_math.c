#include "tests/color_math.h"

#include <math.h>

/* Per kind: the rows of red, green and blue. */
static const double machado[VISION_COUNT][3][3] = {
    [VISION_NORMAL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [VISION_PROTAN] = {{0.152286, 1.052583, -0.204868},
                       {0.114503, 0.786281, 0.099216},
                       {-0.003882, -0.048116, 1.051998}},
    [VISION_DEUTAN] = {{0.367322, 0.860646, -0.227968},
                       {0.280085, 0.672501, 0.047413},
                       {-0.011820, 0.042940, 0.968881}},
    [VISION_TRITAN] = {{1.255528, -0.076749, -0.178779},
                       {-0.078411, 0.930809, 0.147602},
                       {0.004733, 0.691367, 0.303900}},
};

/* Linear sRGB to XYZ, divided by the white point D65. */
static const double to_xyz[3][3] = {
    {0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
    {0.2126729, 0.7151522, 0.0721750},
    {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883},
};

static const int basic[16][3] = {
    {0, 0, 0},       {205, 0, 0},   {0, 205, 0},   {205, 205, 0},
    {0, 0, 238},     {205, 0, 205}, {0, 205, 205}, {229, 229, 229},
    {127, 127, 127}, {255, 0, 0},   {0, 255, 0},   {255, 255, 0},
    {92, 92, 255},   {255, 0, 255}, {0, 255, 255}, {255, 255, 255},
};

static int component(int number, int which)
{
    static const int levels[6] = {0, 95, 135, 175, 215, 255};
    static const int weight[3] = {36, 6, 1};

    if (number < 16)
        return basic[number][which];
    if (number >= 232)
        return 8 + 10 * (number - 232);
    return levels[(number - 16) / weight[which] % 6];
}

struct light color_light(int number)
{
    struct light light;

    for (int i = 0; i < 3; i++) {
        const double part = component(number, i) / 255.0;

        light.part[i] =
            part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
    }
    return light;
}

static struct light transformed(struct light light, const double matrix[3][3])
{
    struct light result = {{0}};

    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 3; k++)
            result.part[i] += matrix[i][k] * light.part[k];
    return result;
}

struct light color_seen(struct light light, enum vision vision)
{
    struct light seen = transformed(light, machado[vision]);

    for (int i = 0; i < 3; i++)
        seen.part[i] = fmin(1, fmax(0, seen.part[i]));
    return seen;
}

static double lab_part(double part)
{
    return part > 216.0 / 24389 ? cbrt(part) : (24389.0 / 27 * part + 16) / 116;
}

void color_lab(struct light light, double lab[3])
{
    const struct light xyz = transformed(light, to_xyz);
    const double y = lab_part(xyz.part[1]);

    lab[0] = 116 * y - 16;
    lab[1] = 500 * (lab_part(xyz.part[0]) - y);
    lab[2] = 200 * (y - lab_part(xyz.part[2]));
}

double color_distance(int a, int b, enum vision vision)
{
    double left[3];
    double right[3];
    double sum = 0;

    color_lab(color_seen(color_light(a), vision), left);
    color_lab(color_seen(color_light(b), vision), right);
    for (int i = 0; i < 3; i++)
        sum += (left[i] - right[i]) * (left[i] - right[i]);
    return sqrt(sum);
}

static double luminance(int number)
{
    const struct light light = color_light(number);

    return 0.2126 * light.part[0] + 0.7152 * light.part[1] + 0.0722 * light.part[2];
}

double color_contrast(int a, int b)
{
    const double left = luminance(a) + 0.05;
    const double right = luminance(b) + 0.05;

    return fmax(left, right) / fmin(left, right);
}
