"""`make bench`: every benchmark, one after the other."""

from tests.benchmarks import (
    bench_badges,
    bench_pages,
    bench_pages_while_solving,
    bench_scans,
    bench_seating,
    bench_seating_curve,
    bench_seating_dense,
    bench_seating_late,
)

bench_badges.main()
bench_seating.main()
bench_seating_curve.main()
bench_seating_dense.main()
bench_seating_late.main()
bench_pages.main()
bench_scans.main()
bench_pages_while_solving.main()
