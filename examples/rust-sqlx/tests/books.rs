//! Against PostgreSQL: sqlx makes a database for each test at DATABASE_URL.

use sqlx::PgPool;

#[sqlx::test]
async fn a_book_is_lent_once(pool: PgPool) -> sqlx::Result<()> {
    let emma = shelf::place(&pool, "Emma", "A").await?;
    assert!(shelf::lend(&pool, emma, "Ada").await?);
    assert!(!shelf::lend(&pool, emma, "Grace").await?);
    let books = shelf::on_shelf(&pool, "A").await?;
    assert_eq!(books.len(), 1);
    assert_eq!(books[0].lent_to.as_deref(), Some("Ada"));
    Ok(())
}

#[sqlx::test]
async fn a_shelf_has_its_own_books_by_title(pool: PgPool) -> sqlx::Result<()> {
    for (title, shelf) in [("Persuasion", "A"), ("Emma", "A"), ("Middlemarch", "B")] {
        shelf::place(&pool, title, shelf).await?;
    }
    let titles: Vec<_> = shelf::on_shelf(&pool, "A")
        .await?
        .into_iter()
        .map(|book| book.title)
        .collect();
    assert_eq!(titles, ["Emma", "Persuasion"]);
    Ok(())
}
