"""`make bench`: every benchmark, one after the other."""

from tests.benchmarks import bench_badges, bench_seating

bench_badges.main()
bench_seating.main()
