using System.Linq.Expressions;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// A lambda over a row as a filter of the service: comparisons of a property with a value, joined by and, or and not.
/// </summary>
/// <remarks>
/// A property is a member of the row, <c>row["Name"]</c> or <c>row.GetInt32("Name")</c>; a value is anything that does not
/// depend on the row. <c>string.Compare(property, value)</c> and <c>property.CompareTo(value)</c> may be compared with 0.
/// </remarks>
internal static class LinqFilter
{
    /// <summary>The filter; null when it lets every row pass.</summary>
    /// <exception cref="NotSupportedException">The service cannot filter by such an expression.</exception>
    public static string Of(LambdaExpression filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return IsValue(filter.Body) && ValueOf(filter.Body) is true ? null : Condition(filter.Body);
    }

    private static string Condition(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Condition(not.Operand)})",
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both =>
            $"({Condition(both.Left)}) and ({Condition(both.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either =>
            $"({Condition(either.Left)}) or ({Condition(either.Right)})",
        BinaryExpression comparison when Operator(comparison.NodeType) is { } name => Comparison(comparison, name),
        MethodCallExpression { Method.Name: nameof(Equals), Object: { } left, Arguments: [var right] } => Compared(left, "eq", right),
        _ when PropertyName(expression) is { } name => $"{name} eq true",
        _ => throw Unsupported(expression),
    };

    private static string Comparison(BinaryExpression comparison, string name)
    {
        // Order of texts: string.Compare(a, b) < 0 or a.CompareTo(b) < 0.
        if (IsValue(comparison.Right) && Equals(ValueOf(comparison.Right), 0)
            && Strip(comparison.Left) is MethodCallExpression { Method.Name: "Compare" or "CompareOrdinal" or "CompareTo" } call
            && !IsValue(call))
        {
            return call switch
            {
                { Object: null, Arguments: [var first, var second] } => Compared(first, name, second),
                { Object: { } first, Arguments: [var second] } => Compared(first, name, second),
                _ => throw Unsupported(call),
            };
        }

        return Compared(comparison.Left, name, comparison.Right);
    }

    /// <summary>Property, operator, value; turned round when the value comes first.</summary>
    private static string Compared(Expression left, string name, Expression right)
    {
        if (IsValue(left) && !IsValue(right))
        {
            return Compared(right, Mirrored(name), left);
        }

        var property = PropertyName(left) ?? throw Unsupported(left);
        return IsValue(right)
            ? $"{property} {name} {ODataLiteral.Of(Stored(Strip(left).Type, ValueOf(right)))}"
            : throw Unsupported(right);
    }

    /// <summary>Enums are stored as the names of their members; the compiler compares their numbers.</summary>
    private static object Stored(Type property, object value)
    {
        var type = Nullable.GetUnderlyingType(property) ?? property;
        return type.IsEnum && value is not null ? Enum.ToObject(type, value).ToString()
            : value is ETag etag ? etag.ToString()
            : value;
    }

    private static string PropertyName(Expression expression) => Strip(expression) switch
    {
        MemberExpression { Member.Name: "Value", Expression: { } nullable }
            when Nullable.GetUnderlyingType(nullable.Type) is not null => PropertyName(nullable),
        MemberExpression { Expression: ParameterExpression { Type: var row } } member =>
            row == typeof(TableItem) ? "TableName" : EntityType.NameOf(member.Member),
        MethodCallExpression { Object: ParameterExpression, Arguments: [var name], Method.Name: var method } call
            when IsValue(name) && (method == "get_Item" || method.StartsWith("Get", StringComparison.Ordinal)) =>
                ValueOf(name) as string ?? throw Unsupported(call),
        _ => null,
    };

    private static Expression Strip(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert)
        {
            expression = convert.Operand;
        }

        return expression;
    }

    private static bool IsValue(Expression expression)
    {
        var finder = new ParameterFinder();
        finder.Visit(expression);
        return !finder.Found;
    }

    private static object ValueOf(Expression expression) => expression is ConstantExpression constant
        ? constant.Value
        : Expression.Lambda<Func<object>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();

    private static string Operator(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        _ => null,
    };

    private static string Mirrored(string name) => name switch
    {
        "lt" => "gt",
        "le" => "ge",
        "gt" => "lt",
        "ge" => "le",
        _ => name,
    };

    private static NotSupportedException Unsupported(Expression expression) =>
        new($"The table service cannot filter by '{expression}'.");

    private sealed class ParameterFinder : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found = true;
            return node;
        }
    }
}
