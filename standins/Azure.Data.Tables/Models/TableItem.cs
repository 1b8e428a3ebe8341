namespace Azure.Data.Tables.Models;

/// <summary>A table of an account.</summary>
public class TableItem
{
    /// <param name="name">Name of the table.</param>
    public TableItem(string name) => Name = name;

    /// <summary>Name of the table.</summary>
    public string Name { get; }
}
