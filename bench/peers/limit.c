// The C limit: how fast C multiplies matrices of 256 by 256 with what WebAssembly has:
// vectors of 4 floats, and multiplication apart from addition. The matrices are packed into
// tiles of 4 by 8, so that all operands come from the first-level cache and the sums stay in
// registers. Prints billions of multiplications and additions a second.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <immintrin.h>

enum { N = 256 };
static float a[N * N], b[N * N], c[N * N], pa[N * N], pb[N * N];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void pack(void) {
  for (int i = 0; i < N; i += 4)
    for (int k = 0; k < N; k++)
      for (int r = 0; r < 4; r++) pa[i * N + 4 * k + r] = a[(i + r) * N + k];
  for (int j = 0; j < N; j += 8)
    for (int k = 0; k < N; k++)
      for (int r = 0; r < 8; r++) pb[j * N + 8 * k + r] = b[k * N + j + r];
}

static void product(void) {
  pack();
  for (int j = 0; j < N; j += 8)
    for (int i = 0; i < N; i += 4) {
      __m128 s[4][2];
      for (int r = 0; r < 4; r++) s[r][0] = s[r][1] = _mm_setzero_ps();
      const float *x = pa + i * N, *y = pb + j * N;
#pragma GCC unroll 4
      for (int k = 0; k < N; k++, x += 4, y += 8) {
        __m128 y0 = _mm_loadu_ps(y), y1 = _mm_loadu_ps(y + 4);
        for (int r = 0; r < 4; r++) {
          __m128 v = _mm_set1_ps(x[r]);
          s[r][0] = _mm_add_ps(s[r][0], _mm_mul_ps(v, y0));
          s[r][1] = _mm_add_ps(s[r][1], _mm_mul_ps(v, y1));
        }
      }
      for (int r = 0; r < 4; r++) {
        _mm_storeu_ps(c + (i + r) * N + j, s[r][0]);
        _mm_storeu_ps(c + (i + r) * N + j + 4, s[r][1]);
      }
    }
}

int main(void) {
  for (int i = 0; i < N * N; i++) a[i] = rand() / (float)RAND_MAX, b[i] = rand() / (float)RAND_MAX;
  double best = 0;
  for (int round = 0; round < 100; round++) {
    double begun = now(), took;
    int n = 0;
    do product(), n++; while ((took = now() - begun) < 0.01);
    double rate = 2.0 * N * N * N * n / took / 1e9;
    if (rate > best) best = rate;
  }
  double want = 0;
  for (int k = 0; k < N; k++) want += (double)a[5 * N + k] * b[k * N + 7];
  if (!(c[5 * N + 7] > want * 0.999 && c[5 * N + 7] < want * 1.001)) return 1;
  printf("%.1f\n", best);
  return 0;
}
