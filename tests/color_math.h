/*
 * Colour arithmetic for tests: what a colour number looks like to people.
 *
 * Sources: the palette of xterm (256colres.pl and XTerm-col.ad of its distribution);
 * IEC 61966-2-1 for sRGB; CIE 1976 L*a*b* and its distance with the white point D65;
 * Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of
 * color vision deficiency", IEEE TVCG 15(6), 2009, table 1 at severity 1.0, applied to
 * linear light; the contrast ratio of WCAG 2.2, success criterion 1.4.3.
 */
#ifndef TESTS_COLOR_MATH_H
#define TESTS_COLOR_MATH_H

enum vision {
    VISION_NORMAL,
    VISION_PROTAN,
    VISION_DEUTAN,
    VISION_TRITAN,
    VISION_COUNT
};

struct light {
    double part[3]; /* red, green, blue; linear, 0..1 */
};

/* What xterm shows for the number, 0 to 255. */
struct light color_light(int number);
/* The same as a person with this vision sees it. */
struct light color_seen(struct light light, enum vision vision);

/* L*, a*, b*. */
void color_lab(struct light light, double lab[3]);
/* CIE 1976 distance of two numbers. */
double color_distance(int a, int b, enum vision vision);

/* Contrast ratio of two numbers, 1 to 21. */
double color_contrast(int a, int b);

#endif
