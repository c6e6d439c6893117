export type { DataSource as Database } from 'typeorm';
