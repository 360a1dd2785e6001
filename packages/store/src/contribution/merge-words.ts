import type { Pool } from 'pg';

/**
 * Merges the words that wait beside the text index into it (PostgreSQL, "GIN Fast Update Technique"): every
 * search reads all that waits. Autovacuum would do so too, a minute or more later.
 */
export async function mergeWords(pool: Pool): Promise<void> {
  await pool.query(`select gin_clean_pending_list('search_words')`);
}
