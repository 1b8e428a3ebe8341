namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key a request must carry.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous,

    /// <summary>A valid identity.</summary>
    User,

    /// <summary>A key of the function, of the host, or the master key.</summary>
    Function,

    /// <summary>A system key.</summary>
    System,

    /// <summary>The master key.</summary>
    Admin,
}
